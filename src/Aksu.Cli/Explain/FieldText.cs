using System.Globalization;
using Aksu.Cli.Terminal;
using Aksu.Inspection;
using Aksu.Inspection.Fields;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Explain;

/// <summary>A trace as text, field by field: where each begins, how long it is, what it says.</summary>
internal sealed class FieldText(Screen screen, Language language, bool withMeanings = false)
{
    private const int MaxFieldsShown = 2_000;
    private const int Column = 16;
    private int _shown;

    public void Write(TlsTrace trace)
    {
        var frame = new ConnectionFrame(screen, language);
        for (int index = 0; index < trace.Connections.Count; index++)
        {
            TracedConnection connection = trace.Connections[index];
            frame.Open(connection, index + 1);
            foreach (TracedStep step in connection.Steps)
            {
                StepHeader.Write(screen, language, step.Number, step);
                WriteAll(PiecesOf(step.Content), 0);
                screen.Line();
            }

            frame.Close(connection);
        }

        WriteDocuments(trace);
    }

    /// <summary>What was given by itself, outside of a connection.</summary>
    public void WriteDocuments(TlsTrace trace)
    {
        foreach (TracedDocument document in trace.Documents)
        {
            screen.Heading(document.Name);
            WriteAll(PiecesOf(document.Content), 0);
            screen.Line();
        }

        if (_shown > MaxFieldsShown)
        {
            screen.Marked(2, "!", Tone.Warning, ExplainTexts.MoreFields.With(_shown - MaxFieldsShown).In(language));
            screen.Line();
        }
    }

    /// <summary>Where nothing in it is understood, itself.</summary>
    private static IReadOnlyList<Field> PiecesOf(Field content) => content.Children.Count > 0 ? content.Children : [content];

    private void WriteAll(IReadOnlyList<Field> fields, int depth)
    {
        foreach (Field field in fields)
        {
            Write(field, depth);
        }
    }

    private void Write(Field field, int depth)
    {
        if (++_shown > MaxFieldsShown)
        {
            return;
        }

        screen.Write(string.Create(CultureInfo.InvariantCulture, $"{field.Offset,7:x4} {field.Length,6}  "), Tone.Quiet);
        string name = new string(' ', 2 * depth) + field.Title.In(language);
        int width = Math.Max(28, TextWrap.Cells(name) + 2);
        screen.Write(TextWrap.Pad(name, width), field.IsFault ? Tone.Bad : Tone.Client);
        int room = Math.Max(12, screen.Width - Column - width);
        string text = SafeText.Of(field.Text.In(language));
        if (field.IsFault && TextWrap.Cells(text) > room)
        {
            // Values are cut; why something is not understood is said to its end.
            screen.Line();
            screen.Paragraph(Column + (2 * depth) + 2, text, Tone.Bad);
        }
        else
        {
            screen.Line(TextWrap.Shorten(text, room), field.IsFault ? Tone.Bad : Tone.Plain);
        }

        if (withMeanings && field.Meaning is { } meaning)
        {
            string section = field.Section is { } cited ? $" ({cited})" : "";
            screen.Paragraph(Column + (2 * depth) + 2, meaning.In(language) + section, Tone.Quiet);
        }

        // The length of a list, and the one value behind it, say nothing that the list does not say.
        if (field.Children is not [{ Name: "length" }, { Name: "content" }])
        {
            WriteAll([.. field.Children.Where(static child => child.Name != "length")], depth + 1);
        }
    }
}
