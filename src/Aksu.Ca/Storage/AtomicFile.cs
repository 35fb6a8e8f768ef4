using System.Globalization;
using System.Security.Cryptography;

namespace Aksu.Ca.Storage;

/// <summary>
/// Writes files so that after a kill at any moment either the old or the new content is there, whole. Only the owner may read them.
/// </summary>
internal static class AtomicFile
{
    private const string Marker = ".new-";

    public static void Write(string path, ReadOnlySpan<byte> content, bool isPublic)
    {
        string temporary = string.Create(CultureInfo.InvariantCulture,
            $"{path}{Marker}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            options.UnixCreateMode = isPublic ? Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead : Owner;
        }

        try
        {
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Removes what a killed writer left behind. Call under the lock.</summary>
    public static void RemoveLeftovers(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*" + Marker + "*"))
        {
            File.Delete(file);
        }
    }

    public static void CreatePrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
