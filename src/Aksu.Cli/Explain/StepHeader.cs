using System.Globalization;
using Aksu.Cli.Terminal;
using Aksu.Inspection;
using Aksu.Inspection.Stories;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Explain;

/// <summary>The first line of a step: its number, who says what to whom, how long it is. A double line is encrypted.</summary>
internal static class StepHeader
{
    private const int ArrowLength = 8;

    public static void Write(Screen screen, Language language, int number, TracedStep step)
    {
        Glyphs glyphs = screen.Glyphs;
        bool isClosed = step.ProtectedBy is not null || step.Kind == StepKind.Encrypted;
        string shaft = string.Concat(Enumerable.Repeat(isClosed ? glyphs.DoubleLine : glyphs.Line, ArrowLength));
        string arrow = step.Sender == TlsSide.Client ? shaft + glyphs.HeadRight : glyphs.HeadLeft + shaft;
        string client = ExplainTexts.Client.In(language);
        string server = ExplainTexts.Server.In(language);
        string note = string.Create(
            CultureInfo.InvariantCulture, $"{Bytes(step.Length).In(language)}  {step.Time.TotalMilliseconds,7:0.0} ms");
        string start = string.Create(CultureInfo.InvariantCulture, $"{number,4}  ");
        screen.Write(start, Tone.Quiet);
        screen.Write(client, Tone.Client);
        screen.Write($" {arrow} ", step.Sender == TlsSide.Client ? Tone.Client : Tone.Server);
        screen.Write(server, Tone.Server);
        screen.Write("  ");
        int used = TextWrap.Cells($"{start}{client} {arrow} {server}  {note}");
        string title = TextWrap.Shorten(Meanings.TitleOf(step).In(language), Math.Max(8, screen.Width - used - 2));
        screen.Write(title, Tone.Strong);
        screen.Write(new string(' ', Math.Max(2, screen.Width - used - TextWrap.Cells(title))));
        screen.Line(note, Tone.Quiet);
    }

    /// <summary>The first line of what a side did by itself.</summary>
    public static void Write(Screen screen, int number, string title)
    {
        screen.Write(string.Create(CultureInfo.InvariantCulture, $"{number,4}  "), Tone.Quiet);
        screen.Line(title, Tone.Strong);
    }

    private static Phrase Bytes(int count) => count == 1 ? ExplainTexts.OneByte : ExplainTexts.Bytes.With(count);
}
