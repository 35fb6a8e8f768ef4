using System.Runtime.CompilerServices;

namespace Aksu.Fuzz.Tests;

/// <summary>Where fuzz/ keeps inputs: those that together reach everything found so far, and those that once were finds.</summary>
internal static class CorpusFolder
{
    public static string Corpus { get; } = Path.Combine(Fuzz(), "corpus");

    public static string Crashes { get; } = Path.Combine(Fuzz(), "crashes");

    public static string[] FilesOf(string folder, string target)
    {
        string path = Path.Combine(folder, target);
        return Directory.Exists(path) ? Directory.GetFiles(path) : [];
    }

    private static string Fuzz([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "fuzz"));
}
