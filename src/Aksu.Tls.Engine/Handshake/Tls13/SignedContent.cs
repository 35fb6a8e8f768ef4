using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Transcript;

namespace Aksu.Tls.Engine.Handshake.Tls13;

/// <summary>What CertificateVerify signs (RFC 9846 §4.5.2): padding, a text that tells the sides apart, and the transcript.</summary>
internal static class SignedContent
{
    /// <summary>How much memory the longest content needs.</summary>
    public const int MaxLength = PaddingLength + TextLength + 1 + HashFunction.MaxSize;

    private const int PaddingLength = 64;
    private const int TextLength = 33;

    /// <summary>
    /// Writes the content over the transcript as it stands to the beginning of <paramref name="destination"/>; returns it.
    /// </summary>
    public static ReadOnlySpan<byte> Write(TlsSide signer, TranscriptHash transcript, Span<byte> destination)
    {
        ReadOnlySpan<byte> text = signer == TlsSide.Server
            ? "TLS 1.3, server CertificateVerify"u8
            : "TLS 1.3, client CertificateVerify"u8;
        destination[..PaddingLength].Fill((byte)' ');
        text.CopyTo(destination[PaddingLength..]);
        destination[PaddingLength + TextLength] = 0;
        Span<byte> digest = transcript.Peek(destination[(PaddingLength + TextLength + 1)..]);
        return destination[..(PaddingLength + TextLength + 1 + digest.Length)];
    }
}
