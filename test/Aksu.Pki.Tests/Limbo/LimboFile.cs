namespace Aksu.Pki.Tests.Limbo;

/// <summary>Where the suite's file is: the variable AKSU_LIMBO, or the folder beside the repository.</summary>
internal static class LimboFile
{
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("AKSU_LIMBO") is { Length: > 0 } named)
        {
            return named;
        }

        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Aksu.slnx")))
            {
                string path = Path.Combine(folder.FullName, "..", "shared", "limbo", "limbo-part.json");
                return File.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
