namespace Aksu.Requirements.Tests;

/// <summary>The repository in which these tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Requirements { get; } = Path.Combine(Root, "docs", "requirements");

    /// <summary>In the order of their numbers.</summary>
    public static IReadOnlyList<RequirementList> Lists() =>
    [
        .. Directory.GetFiles(Requirements, "rfc*.md")
            .OrderBy(file => Path.GetFileNameWithoutExtension(file).Length)
            .ThenBy(file => file, StringComparer.Ordinal)
            .Select(file => RequirementList.Read(Path.GetFileName(file), File.ReadAllText(file))),
    ];

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Aksu.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
