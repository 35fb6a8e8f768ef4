using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Transcript;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>What CertificateVerify signs (RFC 9846 §4.5.2), byte by byte, whatever stood in the memory before.</summary>
public sealed class SignedContentTests
{
    [Theory]
    [InlineData(TlsSide.Client, "TLS 1.3, client CertificateVerify")]
    [InlineData(TlsSide.Server, "TLS 1.3, server CertificateVerify")]
    public void Padding_text_zero_and_hash(TlsSide signer, string text)
    {
        HashFunction hash = CryptographyProvider.Default.FindHash("SHA-384")!;
        using var transcript = new TranscriptHash();
        transcript.Append("a message"u8);
        transcript.Select(hash);
        byte[] memory = new byte[SignedContent.MaxLength];
        memory.AsSpan().Fill(0xff);

        byte[] content = SignedContent.Write(signer, transcript, memory).ToArray();

        byte[] expected =
        [
            .. Enumerable.Repeat((byte)0x20, 64),
            .. System.Text.Encoding.ASCII.GetBytes(text),
            0,
            .. System.Security.Cryptography.SHA384.HashData("a message"u8),
        ];
        Assert.Equal(expected, content);
    }
}
