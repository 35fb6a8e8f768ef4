using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Tls.Engine.Handshake.Tls13;

/// <summary>What CertificateVerify signs (RFC 9846 §4.5.2): padding, a text that tells the sides apart, and the transcript.</summary>
internal static class SignedContent
{
    private const int PaddingLength = 64;

    public static byte[] For(TlsSide signer, ReadOnlySpan<byte> transcriptHash)
    {
        ReadOnlySpan<byte> text = signer == TlsSide.Server
            ? "TLS 1.3, server CertificateVerify"u8
            : "TLS 1.3, client CertificateVerify"u8;
        byte[] content = new byte[PaddingLength + text.Length + 1 + transcriptHash.Length];
        content.AsSpan(0, PaddingLength).Fill((byte)' ');
        text.CopyTo(content.AsSpan(PaddingLength));
        transcriptHash.CopyTo(content.AsSpan(PaddingLength + text.Length + 1));
        return content;
    }

    /// <summary>The content over the transcript as it stands.</summary>
    public static byte[] For(TlsSide signer, Transcript.TranscriptHash transcript)
    {
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        return For(signer, transcript.Peek(digest));
    }
}
