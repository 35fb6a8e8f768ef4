using System.Collections.Concurrent;

namespace Aksu.Mutation;

/// <summary>
/// What became of each mutation, written down as soon as it is known: a run that was ended in the middle is taken up again where it was.
/// Thread-safe while it is added to.
/// </summary>
internal sealed class Results : IDisposable
{
    private readonly ConcurrentDictionary<string, (Verdict Verdict, string Test)> _byKey = new(StringComparer.Ordinal);
    private readonly TextWriter _file;

    private Results(string file) => _file = TextWriter.Synchronized(new StreamWriter(file) { AutoFlush = true });

    public int Count => _byKey.Count;

    public int Noticed => _byKey.Values.Count(static result => Report.IsNoticed(result.Verdict));

    /// <summary>Begins a file of results.</summary>
    /// <param name="file">The file, which may have the results of an earlier run.</param>
    /// <param name="keeps">Whether the earlier result for the mutation of that name stays.</param>
    public static Results Open(string file, Func<string, Verdict, bool> keeps)
    {
        string[] before = File.Exists(file) ? File.ReadAllLines(file) : [];
        var results = new Results(file);
        foreach (string[] parts in before.Select(static line => line.Split('\t')))
        {
            // The last line may be half a line.
            if (parts is [string verdict, string key, string test]
                && Enum.TryParse(verdict, out Verdict known)
                && keeps(key, known))
            {
                results.Add(key, known, test);
            }
        }

        return results;
    }

    public void Add(string key, Verdict verdict, string test)
    {
        _byKey[key] = (verdict, test);
        _file.WriteLine($"{verdict}\t{key}\t{test}");
    }

    public bool Has(Mutation mutation) => _byKey.ContainsKey(mutation.Key);

    /// <summary>The verdict on a mutation that was tried.</summary>
    public Verdict Of(Mutation mutation) => _byKey[mutation.Key].Verdict;

    public void Dispose() => _file.Dispose();
}
