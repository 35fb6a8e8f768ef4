using System.Buffers;
using System.Text;

namespace Aksu.Cli.Serve.Http;

/// <summary>
/// Turns the path of a request into a file below a folder, and into nothing else: what could lead out of the folder, or means something to
/// one file system and nothing to another, is not found.
/// </summary>
internal static class SitePath
{
    private const string WellKnown = ".well-known";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. Path.GetInvalidFileNameChars(), '/', '\\']);

    /// <summary>The names on the way to the file, decoded once; null when the path is not one that is served.</summary>
    /// <param name="path">Percent-encoded, begins with a slash.</param>
    public static IReadOnlyList<string>? Names(string path)
    {
        var names = new List<string>();
        string[] pieces = path[1..].Split('/');
        for (int index = 0; index < pieces.Length; index++)
        {
            if (pieces[index].Length == 0 && index == pieces.Length - 1)
            {
                // The slash at the end of a folder.
                break;
            }

            if (Decode(pieces[index]) is not { } name || !IsServed(name))
            {
                return null;
            }

            names.Add(name);
        }

        return names;
    }

    /// <summary>The real path of an existing file or folder below the root; null when there is none, or when a link leads out.</summary>
    /// <param name="root">A real path.</param>
    /// <param name="names">From <see cref="Names"/>.</param>
    public static string? Find(string root, IReadOnlyList<string> names)
    {
        string? real = RealPath.Of(Path.Combine([root, .. names]));
        return real is not null && (real == root || real.StartsWith(WithSeparator(root), StringComparison.Ordinal)) ? real : null;
    }

    private static string WithSeparator(string root) => Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;

    /// <summary>Hidden files stay hidden, and with them the dots that lead upwards.</summary>
    private static bool IsServed(string name) =>
        name.Length > 0
        && (!name.StartsWith('.') || name == WellKnown)
        && !name.AsSpan().ContainsAny(Forbidden)
        && !name.Any(char.IsControl)
        && (!OperatingSystem.IsWindows() || !(name.EndsWith('.') || name.EndsWith(' ')));

    /// <summary>Decodes once; null for an escape that is none, or bytes that are no UTF-8.</summary>
    private static string? Decode(string piece)
    {
        byte[] bytes = new byte[piece.Length];
        int length = 0;
        for (int at = 0; at < piece.Length; at++)
        {
            if (piece[at] != '%')
            {
                bytes[length++] = (byte)piece[at];
                continue;
            }

            if (at + 2 >= piece.Length || !char.IsAsciiHexDigit(piece[at + 1]) || !char.IsAsciiHexDigit(piece[at + 2]))
            {
                return null;
            }

            bytes[length++] = Convert.FromHexString(piece.AsSpan(at + 1, 2))[0];
            at += 2;
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
