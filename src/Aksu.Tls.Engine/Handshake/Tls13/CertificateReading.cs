using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Tls13;

/// <summary>The peer's Certificate and CertificateVerify (RFC 9846 §4.5.1, §4.5.2).</summary>
internal static class CertificateReading
{
    /// <summary>Copies a non-empty list of certificates and reads the leaf's key.</summary>
    /// <param name="message">The message, of at least one entry.</param>
    /// <param name="type">What was negotiated.</param>
    /// <param name="asked">What this side asked for, in ClientHello or CertificateRequest.</param>
    /// <param name="provider">Reads the key.</param>
    public static PeerCertificate Read(Certificate13 message, CertificateType type, ExtensionSet asked, CryptographyProvider provider)
    {
        var chain = new ReadOnlyMemory<byte>[message.Entries.Length];
        for (int i = 0; i < chain.Length; i++)
        {
            ExtensionRules.Check(message.Entries[i].Extensions, ExtensionMessage.Certificate, asked);
            chain[i] = RecentCertificates.CopyOf(message.Entries[i].Data.Span);
        }

        ExtensionBlock leaf = message.Entries[0].Extensions;
        ReadOnlyMemory<byte> ocsp = leaf.TryFind(ExtensionType.StatusRequest, out ReadOnlyMemory<byte> status)
            ? CertificateStatus.Decode(status).OcspResponse.ToArray()
            : default;
        ReadOnlyMemory<byte>[] timestamps = leaf.TryFind(ExtensionType.SignedCertificateTimestamp, out ReadOnlyMemory<byte> list)
            ? [.. SignedCertificateTimestamps.Decode(list).Timestamps.Select(t => (ReadOnlyMemory<byte>)t.ToArray())]
            : [];
        return PeerCertificate.Read(chain, type, ocsp, timestamps, provider);
    }

    /// <summary>Checks CertificateVerify under a scheme that was offered and fits the key.</summary>
    public static SignatureVerified Check(
        this PeerCertificate peer, CertificateVerify verify, IReadOnlyList<SignatureScheme> offered, ReadOnlySpan<byte> content) =>
        offered.Contains(verify.Scheme) && SchemeRules.Fits13(verify.Scheme, peer.Key.Kind)
            ? SignatureVerified.Check(peer.Key, verify.Scheme, content, verify.Signature.Span)
            : throw Fault.SignatureSchemeNotOffered(verify.Scheme);
}
