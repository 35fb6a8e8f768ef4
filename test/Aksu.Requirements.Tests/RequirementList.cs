using System.Text.RegularExpressions;

namespace Aksu.Requirements.Tests;

/// <summary>
/// One file of docs/requirements. A requirement is a paragraph that begins with its id in bold, its level and its side, and a
/// list of what holds it:
/// <code>
/// **RFC9846-4.2.2-1** MUST, client. Says TLS 1.2 in legacy_version.
///
/// - code: `Aksu.Tls.Engine/Handshake/Client/ClientHelloComposer.cs#LegacyVersion`
/// - test: `Aksu.Tls.Engine.Tests/Tls12/VersionNegotiationTests.cs#The_hello_of_both_versions_has_all_that_either_needs`
/// </code>
/// Instead of code and test, or beside them, there may stand "- exception: why" or "- not applicable: why". Whatever has none of
/// these forms is a fault: a slip of the pen must not drop a requirement.
/// </summary>
internal sealed partial class RequirementList
{
    private readonly string _name;
    private readonly List<Requirement> _requirements = [];
    private readonly List<string> _faults = [];

    private RequirementList(string name) => _name = name;

    /// <summary>For example RFC 9846.</summary>
    public string Specification { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Name => _name;

    public IReadOnlyList<Requirement> Requirements => _requirements;

    /// <summary>What cannot be read.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">Its whole text.</param>
    public static RequirementList Read(string name, string text)
    {
        var list = new RequirementList(name);
        list.Read(Blocks(text));
        return list;
    }

    /// <summary>Paragraphs and list items, each on one line, with the number of its first line.</summary>
    private static IEnumerable<(int Line, string Text)> Blocks(string text)
    {
        int start = 0;
        string block = "";
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            bool begins = line.Length == 0 || line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith('#');
            if (begins && block.Length > 0)
            {
                yield return (start, block);
                block = "";
            }

            if (line.Length > 0)
            {
                start = block.Length == 0 ? i + 1 : start;
                block = block.Length == 0 ? line : block + " " + line;
            }
        }

        if (block.Length > 0)
        {
            yield return (start, block);
        }
    }

    private void Read(IEnumerable<(int Line, string Text)> blocks)
    {
        string section = "";
        Draft? draft = null;
        bool isIntroduction = true;
        foreach ((int line, string text) in blocks)
        {
            string place = $"{_name}:{line}";
            if (Heading().Match(text) is { Success: true } title && Specification.Length == 0)
            {
                (Specification, Title) = (title.Groups["rfc"].Value, title.Groups["title"].Value);
            }
            else if (SectionHeading().Match(text) is { Success: true } heading)
            {
                Keep(draft);
                draft = null;
                section = heading.Groups["section"].Value;
                isIntroduction = false;
            }
            else if (Opening().Match(text) is { Success: true } opening)
            {
                Keep(draft);
                draft = new Draft(opening, section, place);
            }
            else if (draft is null || !draft.Take(text))
            {
                // What stands before the first section explains the list.
                if (!isIntroduction)
                {
                    _faults.Add($"{place}: cannot be read: {text}");
                }
            }
        }

        Keep(draft);
        if (Specification.Length == 0)
        {
            _faults.Add($"{_name}: has no heading \"# RFC number: title\"");
        }
    }

    private void Keep(Draft? draft)
    {
        if (draft is not null)
        {
            _requirements.Add(draft.ToRequirement());
        }
    }

    [GeneratedRegex(@"^# (?<rfc>RFC \d+): (?<title>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^## (?<section>[0-9A-Z][0-9.]*)( .+)?$")]
    private static partial Regex SectionHeading();

    [GeneratedRegex(@"^\*\*(?<id>[^*]+)\*\* (?<level>[A-Z ]+), (?<side>[a-z]+)\. (?<text>.+)$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^- (?<field>code|test|exception|not applicable):(?<value>.*)$")]
    private static partial Regex Field();

    [GeneratedRegex(@"^ *`[^`]+`(, `[^`]+`)*$")]
    private static partial Regex References();

    private sealed class Draft(Match opening, string section, string place)
    {
        private readonly List<string> _code = [];
        private readonly List<string> _tests = [];
        private string? _exception;
        private string? _notApplicable;

        public bool Take(string text)
        {
            Match field = Field().Match(text);
            if (!field.Success)
            {
                return false;
            }

            string value = field.Groups["value"].Value.Trim();
            switch (field.Groups["field"].Value)
            {
                case "code":
                    return AddTo(_code, value);
                case "test":
                    return AddTo(_tests, value);
                case "exception":
                    _exception = value;
                    return true;
                default:
                    _notApplicable = value;
                    return true;
            }
        }

        public Requirement ToRequirement() => new(
            opening.Groups["id"].Value,
            section,
            opening.Groups["level"].Value,
            opening.Groups["side"].Value,
            opening.Groups["text"].Value,
            _code,
            _tests,
            _exception,
            _notApplicable,
            place);

        private static bool AddTo(List<string> list, string value)
        {
            if (!References().IsMatch(value))
            {
                return false;
            }

            list.AddRange(value.Split(", ").Select(reference => reference.Trim().Trim('`')));
            return true;
        }
    }
}
