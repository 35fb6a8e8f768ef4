namespace Aksu.Testing.Engines;

/// <summary>
/// Records of TLS 1.3 as <see cref="NullCryptographyProvider"/> protects them, which is not at all: a test plays the peer by writing them
/// by hand.
/// </summary>
public static class NullRecord
{
    public const byte ChangeCipherSpec = 20;
    public const byte Alert = 21;
    public const byte Handshake = 22;
    public const byte ApplicationData = 23;

    private const int TagSize = 16;

    public static byte[] Plain(byte type, ReadOnlySpan<byte> content) => WireRecord.Encode(type, content);

    /// <summary>A record that looks protected: content, its type, padding, a tag that nobody checks.</summary>
    public static byte[] Protected(byte type, ReadOnlySpan<byte> content, int padding = 0) =>
        WireRecord.Encode(ApplicationData, [.. content, type, .. new byte[padding + TagSize]]);

    public static byte[] Of(bool isProtected, byte type, ReadOnlySpan<byte> content) =>
        isProtected ? Protected(type, content) : Plain(type, content);

    /// <summary>Puts each handshake message of a record into a record of its own.</summary>
    public static IEnumerable<byte[]> OneMessageEach(WireRecord record)
    {
        bool isProtected = record.Type == ApplicationData;
        ReadOnlyMemory<byte> content = isProtected ? record.Fragment.AsMemory(0, record.Fragment.Length - TagSize - 1) : record.Fragment;
        byte type = isProtected ? record.Fragment[^(TagSize + 1)] : record.Type;
        if (type != Handshake)
        {
            return [record.Encode()];
        }

        var pieces = new List<byte[]>();
        while (!content.IsEmpty)
        {
            ReadOnlySpan<byte> span = content.Span;
            int length = 4 + ((span[1] << 16) | (span[2] << 8) | span[3]);
            pieces.Add(isProtected
                ? Protected(Handshake, span[..length])
                : WireRecord.Encode(Handshake, span[..length], record.Version));
            content = content[length..];
        }

        return pieces;
    }

    /// <summary>The alert in the last record, whichever way it is written; null when that is none.</summary>
    public static byte? LastAlert(ReadOnlySpan<byte> output) => WireRecord.Split(output) is [.., { } last]
        ? last switch
        {
            { Type: Alert, Fragment: [_, byte description] } => description,
            { Type: ApplicationData, Fragment: [_, byte description, Alert, ..] } when last.Fragment.Length == 3 + TagSize => description,
            _ => null,
        }
        : null;
}
