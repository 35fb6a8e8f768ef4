using System.Collections.Concurrent;
using System.Globalization;

namespace Aksu.Mutation;

/// <summary>Has all mutations tried by a few processes at once.</summary>
internal sealed class Campaign(string host, string tests, string coverageFile, int mutations, Action<string> progress)
{
    private readonly ConcurrentDictionary<int, (Verdict Verdict, string Test)> _results = new();

    /// <summary>The verdicts by number, each with the test that decided.</summary>
    /// <param name="queue">The mutations.</param>
    /// <param name="processes">How many processes.</param>
    public IReadOnlyDictionary<int, (Verdict Verdict, string Test)> Run(IReadOnlyList<int> queue, int processes)
    {
        var unsure = new ConcurrentBag<int>();
        Share(queue, processes, waiting => Work(waiting, unsure));
        Console.WriteLine($"{unsure.Count} once more, each in a process of its own, with all tests …");
        Share([.. unsure.Order()], processes, WorkFresh);
        return _results;
    }

    private static void Share(IReadOnlyList<int> queue, int processes, Action<ConcurrentQueue<int>> work)
    {
        var waiting = new ConcurrentQueue<int>(queue);
        Thread[] threads = [.. Enumerable.Range(0, processes).Select(_ => new Thread(() => work(waiting)))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }
    }

    private void Work(ConcurrentQueue<int> waiting, ConcurrentBag<int> unsure)
    {
        WorkerProcess? worker = null;
        while (waiting.TryDequeue(out int mutation))
        {
            if (worker?.HasExited != false)
            {
                worker?.Dispose();
                worker = Start(isFresh: false);
            }

            (int, string Verdict, string Test)? answer = worker.Try(mutation);
            if (answer is { Verdict: "killed" } killed)
            {
                Done(mutation, Verdict.Killed, killed.Test);
                continue;
            }

            unsure.Add(mutation);
            progress($"suspect\t{mutation}\t{answer?.Verdict} {answer?.Test}");
            if (answer is not { Verdict: "unsure", Test: "" })
            {
                worker.Dispose();
                worker = null;
            }
        }

        worker?.Dispose();
    }

    private void WorkFresh(ConcurrentQueue<int> waiting)
    {
        while (waiting.TryDequeue(out int mutation))
        {
            using WorkerProcess worker = Start(isFresh: false);
            (int, string Verdict, string Test)? answer = worker.Try(mutation);
            Verdict verdict = answer?.Verdict switch
            {
                "killed" => Verdict.Killed,
                "timeout" => Verdict.TimedOut,

                // A process that goes without a word has not noticed anything.
                _ => Verdict.Survived,
            };
            Done(mutation, verdict, answer?.Test ?? "no answer");
        }
    }

    private void Done(int mutation, Verdict verdict, string test)
    {
        _results[mutation] = (verdict, test);
        progress($"{verdict}\t{mutation}\t{test}");
    }

    private WorkerProcess Start(bool isFresh) => WorkerProcess.Start(
        host, isFresh ? "work-fresh" : "work", tests, mutations.ToString(CultureInfo.InvariantCulture), coverageFile);
}
