using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Aksu.Requirements.Tests;

/// <summary>
/// Finds members and tests in source files, by their text: a list of requirements must not outlive the code that it names.
/// </summary>
/// <param name="root">The folder below which the files lie.</param>
internal sealed partial class SourceTree(string root)
{
    private readonly ConcurrentDictionary<string, string[]?> _files = new(StringComparer.Ordinal);

    /// <summary>The fault in a reference "File.cs#Member", or null when that file declares that member.</summary>
    public string? FaultInMember(string reference)
    {
        if (!TrySplit(reference, out string[] lines, out string member, out string fault))
        {
            return fault;
        }

        return lines.Any(line => Declares(line, member)) ? null : $"{reference}: the file declares no such member";
    }

    /// <summary>The fault in a reference "FileTests.cs#Test", or null when that file has that test and it is not switched off.</summary>
    public string? FaultInTest(string reference)
    {
        if (!TrySplit(reference, out string[] lines, out string test, out string fault))
        {
            return fault;
        }

        int at = Array.FindIndex(lines, line => Method().Match(line) is { Success: true } method && method.Groups["name"].Value == test);
        if (at < 0)
        {
            return $"{reference}: the file has no such method";
        }

        string attributes = "";
        for (int i = at - 1; i >= 0 && lines[i].Trim() is [_, ..] above and not "{"; i--)
        {
            attributes = above.StartsWith("///", StringComparison.Ordinal) ? attributes : above + attributes;
        }

        return TestAttribute().IsMatch(attributes)
            ? (attributes.Contains("Skip =", StringComparison.Ordinal) ? $"{reference}: the test is switched off" : null)
            : $"{reference}: the method is no test";
    }

    private bool TrySplit(string reference, out string[] lines, out string name, out string fault)
    {
        lines = [];
        string[] parts = reference.Split('#');
        name = parts[^1];
        if (parts.Length != 2 || name.Length == 0)
        {
            fault = $"{reference}: is not of the form File.cs#Name";
            return false;
        }

        string[]? found = _files.GetOrAdd(parts[0], path =>
        {
            string full = Path.Combine(root, path);
            return File.Exists(full) ? File.ReadAllLines(full) : null;
        });
        fault = $"{reference}: there is no such file";
        lines = found ?? [];
        return found is not null;
    }

    /// <summary>A line that begins with a modifier or a kind of type and has the name where a declaration has it.</summary>
    private static bool Declares(string line, string member) =>
        Declaration().Match(line) is { Success: true }
        && Regex.IsMatch(line, $@"(?<![\w.""(]){Regex.Escape(member)}(?=\s*([<({{=;:]|=>|$))");

    [GeneratedRegex(
        @"^\s*(public|internal|private|protected|static|sealed|abstract|override|virtual|readonly|const|class|record|struct|enum)\b")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*public\s+(static\s+|override\s+|virtual\s+|async\s+)*(void|Task|ValueTask)\s+(?<name>\w+)\s*\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"\[(Fact|Theory)\b")]
    private static partial Regex TestAttribute();
}
