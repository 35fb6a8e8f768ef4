using System.Collections.Concurrent;
using System.Globalization;

namespace Aksu.Mutation;

/// <summary>Has all mutations tried by a few processes at once.</summary>
/// <param name="host">The folder of the tests, with the mutated engine.</param>
/// <param name="tests">The assembly of the tests.</param>
/// <param name="coverageFile">Which tests come by what.</param>
/// <param name="mutations">How many numbers there are.</param>
/// <param name="costOf">How long all tests that come by a mutation take.</param>
/// <param name="results">Where the verdicts go.</param>
internal sealed class Campaign(
    string host, string tests, string coverageFile, int mutations, Func<Mutation, TimeSpan> costOf, Results results)
{
    // All tests together take a minute where nothing else runs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Tries them: first many in one process and for a few seconds, then those that no test noticed each in its own, with all tests, for
    /// what a process makes once may have been made without the mutation.
    /// </summary>
    /// <param name="queue">The mutations.</param>
    /// <param name="processes">How many processes.</param>
    public void Run(IReadOnlyList<Mutation> queue, int processes)
    {
        var unnoticed = new ConcurrentBag<Mutation>();
        Console.WriteLine($"{queue.Count:#,0} to try.");
        Share(queue, processes, waiting => TryTogether(waiting, unnoticed));
        Console.WriteLine($"{unnoticed.Count:#,0} once more, each in a process of its own …");
        Share([.. unnoticed.OrderBy(costOf)], processes, TryAlone);
    }

    private void Share(IReadOnlyList<Mutation> queue, int processes, Action<ConcurrentQueue<Mutation>> work)
    {
        var waiting = new ConcurrentQueue<Mutation>(queue);
        Thread[] threads = [.. Enumerable.Range(0, processes).Select(_ => new Thread(() => work(waiting)))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            while (!thread.Join(BetweenSigns))
            {
                Console.WriteLine(
                    $"{DateTime.Now:HH:mm:ss} {waiting.Count:#,0} wait; of {results.Count:#,0} decided {results.Noticed:#,0} are noticed.");
            }
        }
    }

    private void TryTogether(ConcurrentQueue<Mutation> waiting, ConcurrentBag<Mutation> unnoticed)
    {
        WorkerProcess? worker = null;
        while (waiting.TryDequeue(out Mutation? mutation))
        {
            if (worker?.HasExited != false)
            {
                worker?.Dispose();
                worker = Start("work");
            }

            WorkerAnswer answer = worker.Try(mutation.Id, Patience);
            Decide(mutation, answer);
            if (answer.Kind != WorkerAnswerKind.Killed)
            {
                unnoticed.Add(mutation);
            }

            if (answer is not ({ Kind: WorkerAnswerKind.Killed } or { Kind: WorkerAnswerKind.Unnoticed, Test: "" }))
            {
                worker.Dispose();
                worker = null;
            }
        }

        worker?.Dispose();
    }

    private void TryAlone(ConcurrentQueue<Mutation> waiting)
    {
        while (waiting.TryDequeue(out Mutation? mutation))
        {
            WorkerAnswer answer = TryAlone(mutation);
            if (answer.Kind == WorkerAnswerKind.Gone)
            {
                // Once may be this machine's want of memory, twice is the mutation: it ends the process of the tests.
                answer = TryAlone(mutation);
                answer = answer.Kind == WorkerAnswerKind.Gone ? answer with { Kind = WorkerAnswerKind.Killed } : answer;
            }

            Decide(mutation, answer);
        }
    }

    private WorkerAnswer TryAlone(Mutation mutation)
    {
        using WorkerProcess worker = Start("work-alone");
        return worker.Try(mutation.Id, Patience);
    }

    private void Decide(Mutation mutation, WorkerAnswer answer)
    {
        Verdict verdict = answer.Kind switch
        {
            WorkerAnswerKind.Killed => Verdict.Killed,
            WorkerAnswerKind.Late => Verdict.TimedOut,
            _ => Verdict.Survived,
        };
        results.Add(mutation.Key, verdict, answer.Test);
        if (verdict != Verdict.Killed)
        {
            Console.WriteLine($"{verdict}: {mutation.Key} {answer.Test}");
        }
    }

    private WorkerProcess Start(string mode) =>
        WorkerProcess.Start(host, mode, tests, mutations.ToString(CultureInfo.InvariantCulture), coverageFile);
}
