using System.Globalization;
using Aksu.Mutation;

// Inside the tests' own folder: the worker.
if (args is ["cover", string coveredTests, string coveredCount, string coveredFile])
{
    await Worker.CoverAsync(coveredTests, int.Parse(coveredCount, CultureInfo.InvariantCulture), coveredFile);
    return 0;
}

if (args is ["work" or "work-alone", string workedTests, string workedCount, string workedFile])
{
    await Worker.WorkAsync(workedTests, int.Parse(workedCount, CultureInfo.InvariantCulture), workedFile, args[0] == "work-alone");
    return 0;
}

// ROOT [--again] [--write] [FOLDER …]
string root = Path.GetFullPath(args[0]);
string[] folders = [.. args.Skip(1).Where(static argument => !argument.StartsWith('-'))];
if (folders.Length == 0)
{
    folders = ["Handshake", "Records"];
}

string work = Path.Combine(root, "artifacts", "mutation");
string host = Path.Combine(work, "host");
string built = Path.Combine(root, "test/Aksu.Tls.Engine.Tests/bin/Debug/net10.0");
string coverageFile = Path.Combine(work, "coverage.tsv");
string tests = Path.Combine(host, "Aksu.Tls.Engine.Tests.dll");
Directory.CreateDirectory(work);
Copy(built, host);
File.Delete(Path.Combine(host, "Aksu.Tls.Engine.pdb"));
File.Copy(typeof(Mutation).Assembly.Location, Path.Combine(host, "Aksu.Mutation.dll"), overwrite: true);

var engine = new MutatedEngine(Path.Combine(root, "src/Aksu.Tls.Engine"), folders, built);
engine.Build(Path.Combine(host, "Aksu.Tls.Engine.dll"));
IReadOnlyList<Mutation> mutations = engine.Mutations.All;
int ids = mutations.Count == 0 ? 0 : mutations.Max(static mutation => mutation.Id) + 1;
File.WriteAllLines(Path.Combine(work, "mutations.tsv"), mutations.Select(static mutation => $"{mutation.Id}\t{mutation.Key}"));
Console.WriteLine($"{mutations.Count:#,0} mutations in {string.Join(", ", folders)}; {engine.Mutations.Refused:#,0} more do not compile.");

if (!args.Contains("--same-tests") || !File.Exists(coverageFile))
{
    Console.WriteLine("All tests once, to learn which come by what …");
    using var cover = WorkerProcess.Start(host, "cover", tests, ids.ToString(CultureInfo.InvariantCulture), coverageFile);
    if (cover.WaitForExit() != 0)
    {
        Console.Error.WriteLine("The tests do not run with the mutated engine.");
        return 2;
    }
}

var coverage = Coverage.Load(coverageFile, ids);
Console.WriteLine($"{coverage.Tests:#,0} tests pass without a mutation.");
foreach (string failing in coverage.Failing)
{
    Console.WriteLine($"left out, for it fails without a mutation: {failing}");
}

var explanations = Explanations.Load(Path.Combine(root, "eng/mutation/explained.txt"));
HashSet<string> made = [.. mutations.Select(static mutation => mutation.Key)];
using var results = Results.Open(
    Path.Combine(work, "results.tsv"),
    (key, verdict) => args.Contains("--again") && made.Contains(key) && (Report.IsNoticed(verdict) || explanations.Keys.Contains(key)));
ILookup<int, string> reaching = coverage.ByMutation();
Mutation[] waiting = [.. mutations.Where(mutation => !results.Has(mutation))];
foreach (Mutation mutation in waiting.Where(mutation => !reaching.Contains(mutation.Id)))
{
    results.Add(mutation.Key, Verdict.NotReached, "");
}

ILookup<int, TimeSpan> times = coverage.Times();
TimeSpan CostOf(Mutation mutation) => times[mutation.Id].Aggregate(TimeSpan.Zero, static (sum, time) => sum + time);
new Campaign(host, tests, coverageFile, ids, CostOf, results).Run(
    [
        .. waiting
            .Where(mutation => reaching.Contains(mutation.Id))
            .OrderBy(mutation => Array.FindIndex(folders, folder => mutation.File.StartsWith(folder, StringComparison.Ordinal))),
    ],
    Math.Max(1, Environment.ProcessorCount));
Mutation[] unnoticed = [.. mutations.Where(mutation => !Report.IsNoticed(results.Of(mutation)))];
Mutation[] unexplained = [.. unnoticed.Where(mutation => explanations.Of(mutation) is null)];
string table = Report.Table(mutations, results, explanations);
Console.WriteLine(table);
foreach (Mutation mutation in unexplained)
{
    Console.WriteLine($"{results.Of(mutation)}: {mutation.Key}");
}

// An explanation that is not needed hides the next mutation of that name.
HashSet<string> needed = [.. unnoticed.Select(static mutation => mutation.Key)];
string[] needless = [.. explanations.Keys.Where(key => !needed.Contains(key)
    && (made.Contains(key) || folders.Any(folder => key.StartsWith(folder, StringComparison.Ordinal))))];
foreach (string key in needless)
{
    Console.WriteLine($"explained and noticed, or gone: {key}");
}

if (args.Contains("--write"))
{
    Report.Write(Path.Combine(root, "docs/testing.md"), table);
}

return unexplained.Length + needless.Length == 0 ? 0 : 1;

static void Copy(string from, string to)
{
    Directory.CreateDirectory(to);
    foreach (string file in Directory.EnumerateFiles(from))
    {
        File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
    }

    foreach (string folder in Directory.EnumerateDirectories(from))
    {
        Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
