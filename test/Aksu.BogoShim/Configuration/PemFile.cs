using System.Security.Cryptography;

namespace Aksu.BogoShim.Configuration;

/// <summary>The blocks of a PEM file, decoded.</summary>
internal static class PemFile
{
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(string path)
    {
        var blocks = new List<ReadOnlyMemory<byte>>();
        ReadOnlySpan<char> text = File.ReadAllText(path);
        while (PemEncoding.TryFind(text, out PemFields fields))
        {
            byte[] block = new byte[fields.DecodedDataLength];
            Convert.TryFromBase64Chars(text[fields.Base64Data], block, out _);
            blocks.Add(block);
            text = text[fields.Location.End..];
        }

        return blocks;
    }
}
