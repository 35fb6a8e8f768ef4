using System.Globalization;

namespace Aksu.Mutation;

/// <summary>
/// The process in which the tests run, among their files. It is told mutations on standard input, one a line, and answers each on standard
/// output: <c>=id verdict test</c>. It ends by itself when a test takes too long, for a mutant may go on for ever.
/// </summary>
internal sealed class Worker(TestHost host, Coverage coverage, IReadOnlyDictionary<int, string> files, TextWriter answers)
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(10);
    private const int Slower = 15;

    // Most of what is noticed at all is noticed soon; the rest waits until everything else was tried.
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(6);
    private const int RecentTests = 12;
    private const int SmallestBatch = 16;
    private const int LargestBatch = 64;

    private readonly ILookup<int, string> _tests = coverage.ByMutation();
    private readonly LinkedList<string> _recent = new();
    private readonly Lock _gate = new();
    private DateTime _deadline = DateTime.MaxValue;
    private int _mutation;
    private string _test = "";

    /// <summary>Measures which tests come by what.</summary>
    public static async Task CoverAsync(string assembly, int mutations, string file)
    {
        TestHost host = await TestHost.OpenAsync(assembly);
        (await host.CoverAsync(mutations)).Save(file);
    }

    /// <param name="assembly">The tests.</param>
    /// <param name="mutations">How many numbers there are.</param>
    /// <param name="coverageFile">What was measured.</param>
    /// <param name="isAlone">Whether this process is for one mutation.</param>
    public static async Task WorkAsync(string assembly, int mutations, string coverageFile, bool isAlone)
    {
        // What tests write is not an answer.
        TextWriter answers = Console.Out;
        Console.SetOut(TextWriter.Null);
        TestHost host = await TestHost.OpenAsync(assembly);
        var worker = new Worker(host, Coverage.Load(coverageFile, mutations), LoadFiles(coverageFile), answers);
        new Thread(worker.Watch) { IsBackground = true }.Start();
        while (Console.In.ReadLine() is { } line)
        {
            await worker.TryAsync(int.Parse(line, CultureInfo.InvariantCulture), isAlone);
        }
    }

    private static Dictionary<int, string> LoadFiles(string coverageFile) => File
        .ReadLines(Path.Combine(Path.GetDirectoryName(coverageFile)!, "mutations.tsv"))
        .Select(static line => line.Split('\t'))
        .ToDictionary(static parts => int.Parse(parts[0], CultureInfo.InvariantCulture), static parts => parts[1].Split(" | ")[0]);

    private async Task TryAsync(int mutation, bool isAlone)
    {
        _mutation = mutation;
        host.Activate(mutation);
        string? failed = null;
        TimeSpan spent = TimeSpan.Zero;
        foreach (string[] batch in Batches(mutation))
        {
            failed = await host.RunAsync(batch, Begins);
            spent = batch.Aggregate(spent, (sum, test) => sum + coverage.TimeOf(test));
            if (failed is not null || (!isAlone && spent > FirstLook))
            {
                break;
            }
        }

        host.Activate(-1);
        if (failed is null)
        {
            // What was made once, before this mutation, was made without it: only a new process is sure.
            Answer(WorkerAnswerKind.Unnoticed, "");
            return;
        }

        // A failure counts only if it goes away with the mutation, or if there was none before it in this process.
        if (!isAlone && (failed.Length == 0 || await host.RunAsync([failed], Begins) is not null))
        {
            Answer(WorkerAnswerKind.Unnoticed, failed);
            Environment.Exit(0);
        }

        if (failed.Length > 0)
        {
            _recent.Remove(failed);
            _recent.AddFirst(failed);
            if (_recent.Count > RecentTests)
            {
                _recent.RemoveLast();
            }
        }

        Answer(WorkerAnswerKind.Killed, failed);
    }

    // First the file's own tests and what has found others, then one test of each class, the quickest, then another one: tests of a class
    // see much the same.
    private IEnumerable<string[]> Batches(int mutation)
    {
        string[] all = [.. _tests[mutation]];
        HashSet<string> known = [.. all];
        string name = Path.GetFileNameWithoutExtension(files[mutation]);
        string[] first =
        [
            .. all.Where(test => host.ClassOf(test).EndsWith($".{name}Tests", StringComparison.Ordinal))
                .Concat(_recent.Where(known.Contains))
                .Distinct(),
        ];
        string[] rest =
        [
            .. all.Except(first)
                .GroupBy(host.ClassOf)
                .SelectMany(static tests => tests.Select(static (test, rank) => (Test: test, Rank: rank)))
                .OrderBy(static test => test.Rank)
                .Select(static test => test.Test),
        ];
        if (first.Length > 0)
        {
            yield return first;
        }

        for (int start = 0, size = SmallestBatch; start < rest.Length; start += size, size = Math.Min(2 * size, LargestBatch))
        {
            yield return [.. rest.Skip(start).Take(size)];
        }
    }

    private void Begins(string test)
    {
        lock (_gate)
        {
            _test = test;
            _deadline = DateTime.UtcNow + Least + (coverage.TimeOf(test) * Slower);
        }
    }

    private void Answer(WorkerAnswerKind kind, string test)
    {
        lock (_gate)
        {
            _deadline = DateTime.MaxValue;
            answers.WriteLine($"={_mutation}\t{kind}\t{host.NameOf(test).ReplaceLineEndings(" ")}");
            answers.Flush();
        }
    }

    private void Watch()
    {
        while (true)
        {
            Thread.Sleep(500);
            lock (_gate)
            {
                if (DateTime.UtcNow > _deadline)
                {
                    Answer(WorkerAnswerKind.Late, _test);
                    Environment.Exit(0);
                }
            }
        }
    }
}
