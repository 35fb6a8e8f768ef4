namespace Aksu.Cli.Serve.Http;

/// <summary>Where a path leads when every symbolic link on it is followed.</summary>
internal static class RealPath
{
    /// <summary>As many as Linux follows.</summary>
    private const int MaxLinks = 40;

    /// <summary>The path without links; null when there is nothing, or when the links go round in a circle.</summary>
    public static string? Of(string path)
    {
        string full = Path.GetFullPath(path);
        string at = Path.GetPathRoot(full)!;
        var left = new Stack<string>(PartsOf(full[at.Length..]).Reverse());
        int links = 0;
        while (left.TryPop(out string? part))
        {
            string next = Path.Combine(at, part);
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (entry.LinkTarget is not { } target)
            {
                if (!entry.Exists)
                {
                    return null;
                }

                at = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                return null;
            }

            string resolved = Path.GetFullPath(target, at);
            at = Path.GetPathRoot(resolved)!;
            foreach (string piece in PartsOf(resolved[at.Length..]).Reverse())
            {
                left.Push(piece);
            }
        }

        return at;
    }

    private static string[] PartsOf(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
}
