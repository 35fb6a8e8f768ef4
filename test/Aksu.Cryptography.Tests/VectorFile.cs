namespace Aksu.Cryptography.Tests;

/// <summary>Reads the files in <c>Vectors/</c>: fields in hexadecimal with spaces between them, <c>-</c> for none.</summary>
internal static class VectorFile
{
    public static IEnumerable<string[]> Lines(string name) => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Vectors", name))
        .Where(static line => !line.StartsWith('#'))
        .Select(static line => line.Split(' '));

    public static byte[] Bytes(string field) => field == "-" ? [] : Convert.FromHexString(field);
}
