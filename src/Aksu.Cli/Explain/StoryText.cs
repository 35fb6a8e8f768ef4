using Aksu.Cli.Terminal;
using Aksu.Inspection;
using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Explain;

/// <summary>A story as text for a person, in numbered steps.</summary>
internal sealed class StoryText(Screen screen, Language language)
{
    private const int Indent = 6;

    private readonly HashSet<Phrase> _toldMeanings = [];

    public void Write(TlsTrace trace)
    {
        var frame = new ConnectionFrame(screen, language);
        for (int index = 0; index < trace.Connections.Count; index++)
        {
            TracedConnection connection = trace.Connections[index];
            _toldMeanings.Clear();
            frame.Open(connection, index + 1);
            foreach (StoryItem item in StoryBuilder.Tell(connection).Items)
            {
                Write(item);
            }

            frame.Close(connection);
        }

        new FieldText(screen, language, withMeanings: true).WriteDocuments(trace);
    }

    private void Write(StoryItem item)
    {
        if (item.Step is { } step)
        {
            StepHeader.Write(screen, language, item.Number, step);
        }
        else
        {
            StepHeader.Write(screen, item.Number, item.Title.In(language));
        }

        if (item.Meaning.In(language) is { Length: > 0 } meaning)
        {
            screen.Paragraph(Indent, meaning);
        }

        WriteFacts(item.Facts);
        WriteChecks(item.Checks);
        foreach (Finding finding in item.Findings)
        {
            Mark(finding.Outcome, $"{finding.Text.In(language)} ({finding.Section})", Indent);
        }

        WriteKeys(item.Keys);
        screen.Line();
    }

    private void WriteFacts(IReadOnlyList<StoryFact> facts)
    {
        if (facts.Count == 0)
        {
            return;
        }

        int width = 2 + facts.Max(fact => TextWrap.Cells(fact.Name.In(language)));
        foreach (StoryFact fact in facts)
        {
            string value = fact.Value.In(language);
            bool isOneWord = !value.Contains(' ', StringComparison.Ordinal);
            string shown = isOneWord ? TextWrap.Shorten(value, screen.Width - Indent - width) : value;
            screen.Field(Indent, width, fact.Name.In(language), shown);
        }
    }

    private void WriteChecks(IReadOnlyList<StoryCheck> checks)
    {
        string? certificate = null;
        foreach (StoryCheck check in checks)
        {
            if (check.Certificate != certificate)
            {
                certificate = check.Certificate;
                screen.Field(Indent, 0, "", certificate, Tone.Authority);
            }

            string found = check.Detail.In(language);
            string detail = found.Length > 0 ? $": {found}" : "";
            Mark(check.Outcome, check.Name.In(language) + detail, Indent + 2);
        }
    }

    private void WriteKeys(IReadOnlyList<KeyStep> keys)
    {
        foreach (KeyStep key in keys)
        {
            screen.Field(Indent, 0, "", key.Name, Tone.Strong);
            screen.Paragraph(Indent + 2, $"= {Formula(key)}");
            if (_toldMeanings.Add(key.Meaning))
            {
                screen.Paragraph(Indent + 2, key.Meaning.In(language), Tone.Quiet);
            }

            if (key.Value is { } value)
            {
                string hex = Convert.ToHexStringLower(value.Span);
                string name = ExplainTexts.Value.In(language);
                int width = TextWrap.Cells(name) + 2;
                screen.Field(Indent + 2, width, name, TextWrap.Shorten(hex, screen.Width - Indent - 2 - width), Tone.Warning);
            }
        }
    }

    private static string Formula(KeyStep key)
    {
        string[] inputs = [.. key.Sources, .. key.Inputs.Select(static input => input.Name switch
        {
            "label" => $"\"{input.Value}\"",
            "PSK" or "input" or "(EC)DHE" or "bytes" => input.Value,
            _ => input.Name,
        })];
        return inputs.Length > 0 ? $"{key.Function}({string.Join(", ", inputs)})" : key.Function;
    }

    private void Mark(FindingOutcome outcome, string text, int indent)
    {
        (string mark, Tone tone) = outcome switch
        {
            FindingOutcome.Good => (screen.Glyphs.Check, Tone.Good),
            FindingOutcome.Bad => (screen.Glyphs.Cross, Tone.Bad),
            _ => (screen.Glyphs.Dot, Tone.Quiet),
        };
        screen.Marked(indent, mark, tone, text);
    }
}
