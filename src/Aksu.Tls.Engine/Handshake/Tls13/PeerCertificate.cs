using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Tls13;

/// <summary>The peer's certificates from a TLS 1.3 Certificate message, and its leaf's public key.</summary>
internal sealed class PeerCertificate : IDisposable
{
    private readonly VerificationKey _key;

    private PeerCertificate(
        IReadOnlyList<ReadOnlyMemory<byte>> chain,
        VerificationKey key,
        ReadOnlyMemory<byte> ocspResponse,
        IReadOnlyList<ReadOnlyMemory<byte>> timestamps)
    {
        Chain = chain;
        _key = key;
        OcspResponse = ocspResponse;
        Timestamps = timestamps;
    }

    /// <summary>DER certificates, leaf first; copies that outlive the message.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chain { get; }

    public ReadOnlyMemory<byte> OcspResponse { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Timestamps { get; }

    /// <summary>Copies a non-empty list of certificates and reads the leaf's key.</summary>
    /// <param name="message">The message, of at least one entry.</param>
    /// <param name="asked">What this side asked for, in ClientHello or CertificateRequest.</param>
    /// <param name="provider">Reads the key.</param>
    public static PeerCertificate Read(Certificate13 message, ExtensionSet asked, CryptographyProvider provider)
    {
        var chain = new ReadOnlyMemory<byte>[message.Entries.Length];
        for (int i = 0; i < chain.Length; i++)
        {
            ExtensionRules.Check(message.Entries[i].Extensions, ExtensionMessage.Certificate, asked);
            chain[i] = message.Entries[i].Data.ToArray();
        }

        ExtensionBlock leaf = message.Entries[0].Extensions;
        ReadOnlyMemory<byte> ocsp = leaf.TryFind(ExtensionType.StatusRequest, out ReadOnlyMemory<byte> status)
            ? CertificateStatus.Decode(status).OcspResponse.ToArray()
            : default;
        ReadOnlyMemory<byte>[] timestamps = leaf.TryFind(ExtensionType.SignedCertificateTimestamp, out ReadOnlyMemory<byte> list)
            ? [.. SignedCertificateTimestamps.Decode(list).Timestamps.Select(t => (ReadOnlyMemory<byte>)t.ToArray())]
            : [];
        if (!CertificatePublicKey.TryRead(chain[0].Span, out ReadOnlySpan<byte> publicKey))
        {
            throw Fault.MalformedCertificate();
        }

        VerificationKey key = provider.ImportPublicKey(publicKey) ?? throw Fault.UnusableCertificate();
        return new PeerCertificate(chain, key, ocsp, timestamps);
    }

    /// <summary>Checks CertificateVerify (RFC 9846 §4.5.2) under a scheme that was offered and fits the key.</summary>
    public SignatureVerified Check(CertificateVerify verify, IReadOnlyList<SignatureScheme> offered, ReadOnlySpan<byte> content) =>
        offered.Contains(verify.Scheme) && SchemeRules.Fits13(verify.Scheme, _key.Kind)
            ? SignatureVerified.Check(_key, verify.Scheme, content, verify.Signature.Span)
            : throw Fault.SignatureSchemeNotOffered(verify.Scheme);

    /// <summary>The question to the application.</summary>
    public PeerCertificatesRequest ToRequest(TlsSide side, string? serverName) => new()
    {
        Certificates = Chain,
        OcspResponse = OcspResponse,
        SignedCertificateTimestamps = Timestamps,
        Side = side,
        ServerName = serverName,
    };

    public void Dispose() => _key.Dispose();
}
