using Aksu.Inspection;
using Aksu.Inspection.Texts;

namespace Aksu.Cli.Failures;

/// <summary>Reads a file whole, up to a length.</summary>
internal static class BoundedFile
{
    /// <summary>The name that means standard input.</summary>
    public const string StandardInput = "-";

    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnreadableInputException">It is longer.</exception>
    public static byte[] Read(string path, int maxLength)
    {
        using Stream stream = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        using var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (content.Length + count > maxLength)
            {
                throw new UnreadableInputException(InputTexts.TooLong.With(maxLength >> 20));
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }
}
