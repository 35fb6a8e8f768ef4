namespace Aksu.Testing.Engines;

/// <summary>
/// Records of TLS 1.2 under AES-GCM as <see cref="NullCryptographyProvider"/> protects them, which is not at all.
/// </summary>
public static class NullRecord12
{
    private const int NonceSize = 8;
    private const int TagSize = 16;

    /// <summary>A record that looks protected: a nonce, the content, a tag that nobody checks.</summary>
    public static byte[] Protected(byte type, ReadOnlySpan<byte> content) =>
        WireRecord.Encode(type, [.. new byte[NonceSize], .. content, .. new byte[TagSize]]);

    public static byte[] Content(byte[] record) => record[(WireRecord.HeaderSize + NonceSize)..^TagSize];

    /// <summary>The alert in the last record, whichever way it is written; null when that is none.</summary>
    public static byte? LastAlert(ReadOnlySpan<byte> output) => WireRecord.Split(output) is [.., { Type: NullRecord.Alert } last]
        ? last.Fragment switch
        {
            [_, byte description] => description,
            { Length: NonceSize + 2 + TagSize } fragment => fragment[NonceSize + 1],
            _ => null,
        }
        : null;
}
