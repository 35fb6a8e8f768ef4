using System.IO.Enumeration;
using System.Text.Json;

namespace Aksu.BogoShim.Reports;

/// <summary>The cases that config.json leaves out, each with its reason.</summary>
internal sealed class DisabledCases
{
    private readonly List<(string Pattern, string Reason)> _entries = [];

    public IEnumerable<string> Patterns => _entries.Select(static entry => entry.Pattern);

    public static DisabledCases Read(string path)
    {
        var cases = new DisabledCases();
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonProperty entry in document.RootElement.GetProperty("DisabledTests").EnumerateObject())
        {
            cases._entries.Add((entry.Name, entry.Value.GetString()!));
        }

        return cases;
    }

    /// <summary>Why a case is left out.</summary>
    public string ReasonFor(string name) => _entries.First(entry => Matches(entry.Pattern, name)).Reason;

    /// <summary>The patterns that stand for no case.</summary>
    public IEnumerable<string> Unused(IEnumerable<string> names) =>
        Patterns.Where(pattern => !names.Any(name => Matches(pattern, name)));

    private static bool Matches(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);
}
