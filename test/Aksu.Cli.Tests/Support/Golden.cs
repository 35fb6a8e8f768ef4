using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Aksu.Cli.Tests.Support;

/// <summary>
/// Output that is kept as a file, so that a change of it is seen. With the environment variable AKSU_UPDATE_GOLDEN=1 the file is written
/// instead
/// of compared.
/// </summary>
internal static partial class Golden
{
    public static void Matches(string name, string output)
    {
        string path = Path.Combine(Folder(), name + ".txt");
        string actual = Normalize(output);
        if (Environment.GetEnvironmentVariable("AKSU_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    /// <summary>The same for output in which nothing differs from run to run.</summary>
    public static void MatchesExactly(string name, string output)
    {
        string path = Path.Combine(Folder(), name + ".txt");
        string actual = output.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("AKSU_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }

    /// <summary>What is kept.</summary>
    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder(), name + ".txt"));

    /// <summary>What differs from run to run: ports, lengths (signatures have no fixed one), days, durations.</summary>
    private static string Normalize(string output)
    {
        string text = output.ReplaceLineEndings("\n");
        text = Port().Replace(text, "127.0.0.1:PORT");
        text = Length().Replace(text, static match => match.Value.EndsWith('트') ? " N바이트" : " N bytes");
        text = Day().Replace(text, "YYYY-MM-DD");
        text = Serial().Replace(text, "serial NUMBER");
        text = TimeOfDay().Replace(text, "HH:MM");
        return Duration().Replace(text, "T ms");
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "Golden");

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@" +\d+(?: bytes?|바이트)$", RegexOptions.Multiline)]
    private static partial Regex Length();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Day();

    [GeneratedRegex(@"serial\s+[0-9a-f]{30,40}")]
    private static partial Regex Serial();

    [GeneratedRegex(@"(?<=YYYY-MM-DD\s+)\d\d:\d\d")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"[\d.]+ ms")]
    private static partial Regex Duration();
}
