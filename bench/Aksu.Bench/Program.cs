using System.Globalization;
using Aksu.Bench;
using Aksu.Bench.Contestants;
using Aksu.Bench.Idle;
using Aksu.Bench.Measuring;
using Aksu.Bench.Profile;
using Aksu.Bench.Reports;

return args switch
{
    ["compare", .. var options] => Compare(options),
    ["profile", .. var options] => Profile(options),
    ["allocations", .. var options] => Allocations(options),
    [IdleMemory.Verb, var name, var count] => IdleMemory.Report(Of(name), int.Parse(count, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Profile(string[] options)
{
    HandshakeProfile.Print(Console.Out, ValueOf(options, "--only"));
    return 0;
}

static int Allocations(string[] options)
{
    AllocationProfile.Print(Console.Out, ValueOf(options, "--only"));
    return 0;
}

static int Compare(string[] options)
{
    bool isQuick = options.Contains("--quick");
    using Libssl? libssl = ValueOf(options, "--libssl") is { } harness ? new Libssl(harness) : null;
    List<Contestant> contestants = [new SslStreams(), new Engines(), new TlsStreams()];
    if (libssl is not null)
    {
        contestants.Add(libssl);
    }

    var comparison = new Comparison(
        contestants, isQuick ? Rounds.Quick : Rounds.Thorough, isQuick ? 300 : 3000, title => Console.Error.WriteLine($"... {title}"));
    List<Row> rows = comparison.Run(ValueOf(options, "--only"));
    string[] names = [.. contestants.Select(static contestant => contestant.Name).Where(name => rows.Exists(row => row.Of(name) is not null))];
    var table = new ComparisonTable(names, SslStreams.Title, rows);
    if (options.Contains("--json"))
    {
        Console.WriteLine(ComparisonJson.Write(Machine.Current, SslStreams.Title, rows));
    }
    else if (options.Contains("--markdown"))
    {
        Console.WriteLine(table.ToMarkdown());
    }
    else
    {
        Machine machine = Machine.Current;
        Console.WriteLine($"{machine.Processor}; {machine.System}; {machine.Runtime}; {machine.Date}");
        Console.WriteLine("Client and server together, per second of CPU time; ratios are how many times better than SslStream.");
        Console.WriteLine();
        Console.WriteLine(table.ToText());
    }

    string[] missed = options.Contains("--targets") ? [.. Target.Missed(rows)] : [];
    foreach (string miss in missed)
    {
        Console.Error.WriteLine("missed: " + miss);
    }

    return missed.Length == 0 ? 0 : 1;
}

static Contestant Of(string name) => name switch
{
    SslStreams.Title => new SslStreams(),
    Engines.Title => new Engines(),
    TlsStreams.Title => new TlsStreams(),
    _ => throw new ArgumentException($"There is no contestant {name}."),
};

static string? ValueOf(string[] options, string name)
{
    int at = Array.IndexOf(options, name);
    return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
}

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: Aksu.Bench compare [--quick] [--json | --markdown] [--only TEXT] [--libssl HARNESS] [--targets]
               Aksu.Bench profile [--only TEXT]
               Aksu.Bench allocations [--only TEXT]
        """);
    return 2;
}
