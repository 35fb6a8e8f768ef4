using Aksu.Pki.Transparency;

namespace Aksu.Fuzz.Targets;

/// <summary>A signed certificate timestamp (RFC 6962 §3.2), which a peer gives in three places.</summary>
internal static class TimestampTarget
{
    public static FuzzTarget Target { get; } = new("timestamps", Run, Seeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        if (SignedCertificateTimestamp.TryRead(input.Span, out SignedCertificateTimestamp timestamp)
            && timestamp.LogId.Length + timestamp.Extensions.Length + timestamp.Signature.Length > input.Length)
        {
            throw new FindException("The parts are longer than the whole.");
        }

        ReadOnlySpan<byte> rest = input.Span;
        while (SignedCertificateTimestamp.TryReadVector(ref rest, out ReadOnlySpan<byte> vector))
        {
            _ = SignedCertificateTimestamp.TryRead(vector, out _);
        }
    }

    private static IEnumerable<byte[]> Seeds() =>
    [
        [0, .. new byte[32], 0, 0, 1, 0x90, 0, 0, 0, 0, 0, 0, 4, 3, 0, 2, 0x30, 0],
        [0, 49, 0, .. new byte[32], 0, 0, 1, 0x90, 0, 0, 0, 0, 0, 2, 1, 2, 4, 3, 0, 2, 0x30, 0],
    ];
}
