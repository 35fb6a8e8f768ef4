namespace Aksu.Bench.Reports;

/// <summary>A page of the documentation with parts between two marks each that a run replaces by its figures.</summary>
internal static class PerformancePage
{
    /// <summary>The table of everybody's figures.</summary>
    public const string Figures = "figures";

    /// <summary>Where a handshake's time goes.</summary>
    public const string Profile = "profile";

    /// <summary>What the tool takes to start.</summary>
    public const string StartUp = "start-up";

    /// <exception cref="InvalidOperationException">The page has no such part.</exception>
    public static void Write(string path, string part, string text)
    {
        string first = $"<!-- {part}: written by eng/bench.sh -->";
        string last = $"<!-- end of {part} -->";
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(first, StringComparison.Ordinal);
        int end = page.IndexOf(last, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{path} has no part between \"{first}\" and \"{last}\".");
        }

        File.WriteAllText(path, page[..(begin + first.Length)] + "\n\n" + text.Trim() + "\n\n" + page[end..]);
    }
}
