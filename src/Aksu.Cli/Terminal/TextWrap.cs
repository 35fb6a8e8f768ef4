using Spectre.Console.Rendering;

namespace Aksu.Cli.Terminal;

/// <summary>Breaks text into lines at its spaces. A word that is longer than a line stays whole, so that it can be copied.</summary>
internal static class TextWrap
{
    public static IEnumerable<string> Lines(string text, int width)
    {
        int start = 0;
        int end = 0;
        int cells = 0;
        foreach (Range range in Words(text))
        {
            int wordCells = Cells(text[range]);
            int gap = range.Start.Value - end;
            if (end > start && cells + gap + wordCells > width)
            {
                yield return text[start..end];
                start = range.Start.Value;
                cells = wordCells;
            }
            else
            {
                cells += gap + wordCells;
            }

            end = range.End.Value;
        }

        yield return text[start..end];
    }

    /// <summary>How many cells of a terminal a text takes: wide characters take two.</summary>
    public static int Cells(string text) => new Segment(text).CellCount();

    /// <summary>The text with spaces behind it, up to a number of cells.</summary>
    public static string Pad(string text, int cells) => text + new string(' ', Math.Max(0, cells - Cells(text)));

    /// <summary>The text as far as there is room, with a mark where it goes on.</summary>
    public static string Shorten(string text, int cells)
    {
        if (Cells(text) <= cells)
        {
            return text;
        }

        int length = 0;
        for (int used = 1; length < text.Length; length++)
        {
            used += Cells(text[length].ToString());
            if (used > cells)
            {
                break;
            }
        }

        return text[..length] + "…";
    }

    private static IEnumerable<Range> Words(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            int end = text.IndexOf(' ', at);
            end = end < 0 ? text.Length : end;
            if (end > at)
            {
                yield return at..end;
            }

            at = end + 1;
        }
    }
}
