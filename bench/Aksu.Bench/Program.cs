using System.Globalization;
using Aksu.Bench;
using Aksu.Bench.Contestants;
using Aksu.Bench.Idle;
using Aksu.Bench.Measuring;
using Aksu.Bench.Micro;
using Aksu.Bench.Profile;
using Aksu.Bench.Reports;
using Aksu.Bench.Scenarios;
using Aksu.Bench.StartUp;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

return args switch
{
    ["compare", .. var options] => Compare(options),
    ["primitives", .. var options] => Micro(
        options, typeof(AeadBenchmarks), typeof(HashBenchmarks), typeof(KeyExchangeBenchmarks), typeof(SignatureBenchmarks)),
    ["records", .. var options] => Micro(options, typeof(RecordBenchmarks)),
    ["profile", .. var options] => Profile(options),
    ["allocations", .. var options] => Allocations(options),
    ["start-up", .. var options] => await StartUpAsync(options),
    ["instructions", .. var options] => InstructionGuard.Run(
        Console.Out, ValueOf(options, "--program"), ValueOf(options, "--against"), options.Contains("--update")),
    ["guard", .. var options] => CostGuard.Run(Console.Out, ValueOf(options, "--against"), options.Contains("--update")),
    [IdleMemory.Verb, "--count", var count, .. var options] => Idle(
        int.Parse(count, CultureInfo.InvariantCulture), ValueOf(options, "--only")),
    [IdleMemory.Verb, var name, var count] => IdleMemory.Report(Of(name), int.Parse(count, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Micro(string[] options, params Type[] benchmarks)
{
    // Without a choice of their own people get all of them.
    string[] arguments = options.Length > 0 ? options : ["--filter", "*"];
    IEnumerable<Summary> summaries = BenchmarkSwitcher.FromTypes(benchmarks).Run(arguments, InProcess.Config);
    return summaries.Any(static summary => summary.HasCriticalValidationErrors) ? 1 : 0;
}

static int Profile(string[] options)
{
    string? page = ValueOf(options, "--write");
    string? only = ValueOf(options, "--only");
    IEnumerable<HandshakeScenario> scenarios = page is not null ? HandshakeScenario.Profiled
        : HandshakeScenario.All.Where(scenario => only is null || scenario.Title.Contains(only, StringComparison.OrdinalIgnoreCase));
    HandshakeProfile[] profiles = [.. scenarios.Select(HandshakeProfile.Of)];
    Console.Write(ProfileTable.ToText(profiles));
    if (page is not null)
    {
        PerformancePage.Write(page, PerformancePage.Profile, $"Measured on {Machine.Current}.\n\n{ProfileTable.ToMarkdown(profiles)}");
    }

    return 0;
}

static async Task<int> StartUpAsync(string[] options)
{
    string tool = ValueOf(options, "--tool") ?? throw new ArgumentException("Which tool? --tool PATH");
    IReadOnlyList<StartUpTimes> times = await StartUpRuns.MeasureAsync(tool, ValueOf(options, "--nothing"));
    string table = StartUpRuns.ToMarkdown(times);
    Console.WriteLine(table);
    if (ValueOf(options, "--write") is { } page)
    {
        PerformancePage.Write(page, PerformancePage.StartUp, $"Measured on {Machine.Current}.\n\n{table}");
    }

    if (StartUpRuns.Missed(times[0]) is { } missed)
    {
        Console.Error.WriteLine("missed: " + missed);
        return 1;
    }

    return 0;
}

static int Allocations(string[] options)
{
    AllocationProfile.Print(Console.Out, ValueOf(options, "--only"));
    return 0;
}

static int Idle(int connections, string? only)
{
    string[] all = [SslStreams.Title, Engines.Title, TlsStreams.Title];
    return IdleMemory.Print(
        Console.Out, all.Where(name => only is null || name.Contains(only, StringComparison.OrdinalIgnoreCase)), connections);
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
        contestants, isQuick ? Rounds.Quick : Rounds.Thorough, isQuick ? 300 : 10_000, title => Console.Error.WriteLine($"... {title}"));
    List<Row> rows = comparison.Run(ValueOf(options, "--only"));
    IEnumerable<string> all = contestants.Select(static contestant => contestant.Name);
    string[] names = [.. all.Where(name => rows.Exists(row => row.Of(name) is not null))];
    var table = new ComparisonTable(names, SslStreams.Title, rows);
    Console.WriteLine(options.Contains("--json")
        ? ComparisonJson.Write(Machine.Current, SslStreams.Title, rows)
        : $"""
            {Machine.Current}
            Client and server together, per second of CPU time; ratios are how many times better than SslStream.

            {table.ToText()}
            """);
    if (ValueOf(options, "--write") is { } page)
    {
        PerformancePage.Write(page, PerformancePage.Figures, $"Measured on {Machine.Current}.\n\n{table.ToMarkdown()}");
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
        Usage: Aksu.Bench compare [--quick] [--json] [--only TEXT] [--libssl HARNESS] [--targets] [--write PAGE]
               Aksu.Bench primitives | records [BenchmarkDotNet's options]
               Aksu.Bench profile [--only TEXT] [--write PAGE]
               Aksu.Bench start-up --tool AKSU [--nothing PROGRAM] [--write PAGE]
               Aksu.Bench instructions --program PROGRAM --against FILE [--update]
               Aksu.Bench allocations [--only TEXT]
               Aksu.Bench guard --against FILE [--update]
               Aksu.Bench idle --count CONNECTIONS [--only TEXT]
        """);
    return 2;
}
