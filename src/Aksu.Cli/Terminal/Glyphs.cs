using System.Text;

namespace Aksu.Cli.Terminal;

/// <summary>Signs that not every terminal has, with stand-ins.</summary>
/// <param name="Check">A check that passed.</param>
/// <param name="Cross">A check that failed.</param>
/// <param name="Line">A horizontal line, one cell.</param>
/// <param name="DoubleLine">A horizontal double line, one cell.</param>
/// <param name="HeadRight">The head of an arrow to the right.</param>
/// <param name="HeadLeft">The head of an arrow to the left.</param>
/// <param name="Dot">Between things in a row.</param>
/// <param name="Branch">In front of what hangs on the thing above, two cells.</param>
internal sealed record Glyphs(
    string Check, string Cross, string Line, string DoubleLine, string HeadRight, string HeadLeft, string Dot, string Branch)
{
    public static Glyphs Unicode { get; } = new("✓", "✗", "─", "═", "▶", "◀", "·", "└─");

    public static Glyphs Ascii { get; } = new("+", "x", "-", "=", ">", "<", "-", "`-");

    /// <summary>The signs that an encoding can carry.</summary>
    public static Glyphs For(Encoding encoding)
    {
        const int Utf8 = 65001;
        const int Utf16 = 1200;
        return encoding.CodePage is Utf8 or Utf16 ? Unicode : Ascii;
    }
}
