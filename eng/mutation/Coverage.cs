using System.Globalization;

namespace Aksu.Mutation;

/// <summary>Which tests come by which mutation, and how long each test takes.</summary>
internal sealed class Coverage(int mutations)
{
    private readonly Dictionary<string, (TimeSpan Time, int[] Reached)> _tests = [];

    /// <summary>Tests that fail without any mutation: they tell nothing, and are left out.</summary>
    public List<string> Failing { get; } = [];

    public int Tests => _tests.Count;

    public void Add(string test, TimeSpan time, bool[] reached) =>
        _tests[test] = (time, [.. Enumerable.Range(0, mutations).Where(id => reached[id])]);

    public TimeSpan TimeOf(string test) => _tests.TryGetValue(test, out (TimeSpan Time, int[]) known) ? known.Time : TimeSpan.Zero;

    /// <summary>How long the tests take that come by each mutation.</summary>
    public ILookup<int, TimeSpan> Times() => _tests.Values
        .SelectMany(static test => test.Reached.Select(id => (Id: id, test.Time)))
        .ToLookup(static pair => pair.Id, static pair => pair.Time);

    /// <summary>The tests that come by a mutation, the quickest first.</summary>
    public ILookup<int, string> ByMutation() => _tests
        .OrderBy(static test => test.Value.Time)
        .SelectMany(static test => test.Value.Reached.Select(id => (Id: id, Test: test.Key)))
        .ToLookup(static pair => pair.Id, static pair => pair.Test);

    public void Save(string file) => File.WriteAllLines(file,
    [
        .. Failing.Select(static name => "failing\t" + name.ReplaceLineEndings(" ")),
        .. _tests.Select(static test => string.Create(
            CultureInfo.InvariantCulture, $"{test.Key}\t{test.Value.Time.TotalMilliseconds:0}\t{string.Join(',', test.Value.Reached)}")),
    ]);

    public static Coverage Load(string file, int mutations)
    {
        var coverage = new Coverage(mutations);
        foreach (string[] parts in File.ReadLines(file).Select(static line => line.Split('\t')))
        {
            if (parts[0] == "failing")
            {
                coverage.Failing.Add(parts[1]);
                continue;
            }

            string[] ids = parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries);
            int[] reached = [.. ids.Select(static id => int.Parse(id, CultureInfo.InvariantCulture))];
            coverage._tests[parts[0]] = (TimeSpan.FromMilliseconds(double.Parse(parts[1], CultureInfo.InvariantCulture)), reached);
        }

        return coverage;
    }
}
