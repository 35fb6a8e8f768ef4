using Spectre.Console;

namespace Aksu.Cli.Terminal;

/// <summary>
/// Where a person reads: lines of text in tones, wrapped to the width of the terminal. Plain text without a single escape sequence when
/// nobody looks
/// at a terminal, or when NO_COLOR is set. Everything written is made safe first. One thread at a time.
/// </summary>
internal sealed class Screen
{
    private const int DefaultWidth = 80;
    private const int MinWidth = 60;
    private const int MaxWidth = 96;

    /// <summary>The widest lines where there is more to show in one.</summary>
    public const int WideWidth = 120;

    private readonly TextWriter _writer;
    private readonly AnsiWriter? _ansi;

    /// <param name="writer">Where the text goes.</param>
    /// <param name="hasColours">Whether escape sequences may be written.</param>
    /// <param name="width">How wide lines may be, in cells.</param>
    /// <param name="maxWidth">How wide they become at most: longer lines are hard to read.</param>
    public Screen(TextWriter writer, bool hasColours, int width, int maxWidth = MaxWidth)
    {
        _writer = writer;
        Width = Math.Clamp(width, MinWidth, maxWidth);
        Glyphs = Glyphs.For(writer.Encoding);
        if (hasColours && AnsiCapabilities.Create(writer) is { Ansi: true, ColorSystem: not ColorSystem.NoColors } capabilities)
        {
            _ansi = new AnsiWriter(writer, capabilities);
        }
    }

    /// <summary>How wide lines are at most, in cells.</summary>
    public int Width { get; }

    /// <summary>The signs that can be shown.</summary>
    public Glyphs Glyphs { get; }

    /// <summary>The standard output.</summary>
    public static Screen ForOutput(int maxWidth = MaxWidth) =>
        new(Console.Out, !Console.IsOutputRedirected && ColoursAreWanted, TerminalWidth(Console.IsOutputRedirected), maxWidth);

    /// <summary>Nobody reads it.</summary>
    public static Screen ToNobody() => new(TextWriter.Null, hasColours: false, DefaultWidth);

    /// <summary>The standard error output.</summary>
    public static Screen ForError(int maxWidth = MaxWidth) =>
        new(Console.Error, !Console.IsErrorRedirected && ColoursAreWanted, TerminalWidth(Console.IsErrorRedirected), maxWidth);

    /// <summary>Text without a line break.</summary>
    public void Write(string text, Tone tone = Tone.Plain)
    {
        string safe = SafeText.Of(text);
        if (_ansi is { } ansi && tone != Tone.Plain && safe.Length > 0)
        {
            ansi.Write(safe, Palette.Of(tone));
        }
        else
        {
            _writer.Write(safe);
        }
    }

    /// <summary>Ends the line.</summary>
    public void Line()
    {
        _writer.WriteLine();
        _writer.Flush();
    }

    /// <summary>One line.</summary>
    public void Line(string text, Tone tone = Tone.Plain)
    {
        Write(text, tone);
        Line();
    }

    /// <summary>Text of any length, wrapped, each line indented.</summary>
    public void Paragraph(int indent, string text, Tone tone = Tone.Plain)
    {
        foreach (string line in TextWrap.Lines(text, Width - indent))
        {
            Write(new string(' ', indent));
            Line(line, tone);
        }
    }

    /// <summary>A name and its value; the value is wrapped under itself.</summary>
    public void Field(int indent, int nameWidth, string name, string value, Tone tone = Tone.Plain)
    {
        Write(new string(' ', indent));
        Write(TextWrap.Pad(name, nameWidth), Tone.Quiet);
        bool isFirst = true;
        foreach (string line in TextWrap.Lines(value, Width - indent - nameWidth))
        {
            if (!isFirst)
            {
                Write(new string(' ', indent + nameWidth));
            }

            isFirst = false;
            Line(line, tone);
        }
    }

    /// <summary>A mark and what it is about, wrapped beside the mark.</summary>
    public void Marked(int indent, string mark, Tone markTone, string text, Tone tone = Tone.Plain)
    {
        Write(new string(' ', indent));
        Write(mark, markTone);
        Write(" ");
        int hanging = indent + TextWrap.Cells(mark) + 1;
        bool isFirst = true;
        foreach (string line in TextWrap.Lines(text, Width - hanging))
        {
            if (!isFirst)
            {
                Write(new string(' ', hanging));
            }

            isFirst = false;
            Line(line, tone);
        }
    }

    /// <summary>A heading with a line to the edge.</summary>
    public void Heading(string title)
    {
        const int Indent = 2;
        Line();
        Write(new string(' ', Indent));
        Write(title, Tone.Strong);
        Write(" ");
        int rest = Width - Indent - TextWrap.Cells(title) - 1;
        Line(string.Concat(Enumerable.Repeat(Glyphs.Line, Math.Max(0, rest))), Tone.Quiet);
        Line();
    }

    /// <summary>See no-color.org: any value but an empty one switches colours off.</summary>
    private static bool ColoursAreWanted => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static int TerminalWidth(bool isRedirected)
    {
        if (isRedirected)
        {
            return DefaultWidth;
        }

        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return DefaultWidth;
        }
    }
}
