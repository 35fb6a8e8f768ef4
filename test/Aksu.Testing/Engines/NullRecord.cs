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
