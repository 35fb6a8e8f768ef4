namespace Aksu.Bench.Reports;

/// <summary>A page of the documentation with a part between two marks that a run replaces by its figures.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- figures: written by eng/bench.sh -->";
    private const string End = "<!-- end of figures -->";

    /// <exception cref="InvalidOperationException">The page has no such part.</exception>
    public static void Write(string path, string figures)
    {
        string page = File.ReadAllText(path);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal);
        int end = page.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{path} has no part between \"{Begin}\" and \"{End}\".");
        }

        File.WriteAllText(path, page[..(begin + Begin.Length)] + "\n\n" + figures.Trim() + "\n\n" + page[end..]);
    }
}
