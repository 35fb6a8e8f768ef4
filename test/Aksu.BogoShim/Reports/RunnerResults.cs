using System.Text.Json;

namespace Aksu.BogoShim.Reports;

/// <summary>What the runner wrote with <c>-json-output</c>: the outcome of each case that it started.</summary>
internal sealed class RunnerResults
{
    private readonly Dictionary<string, string> _outcomes = [];

    /// <summary>The names of the cases that passed.</summary>
    public IEnumerable<string> Passed => With("PASS");

    /// <summary>Of those that failed.</summary>
    public IEnumerable<string> Failed => With("FAIL");

    /// <summary>Of those that the shim does not implement.</summary>
    public IEnumerable<string> Unimplemented => With("SKIP");

    public IEnumerable<string> All => _outcomes.Keys;

    public static RunnerResults Read(string path)
    {
        var results = new RunnerResults();
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonProperty test in document.RootElement.GetProperty("tests").EnumerateObject())
        {
            results._outcomes.Add(test.Name, test.Value.GetProperty("actual").GetString()!);
        }

        return results;
    }

    private IEnumerable<string> With(string outcome) => _outcomes.Where(entry => entry.Value == outcome).Select(static entry => entry.Key);
}
