using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake;

/// <summary>The peer's certificates and its leaf's public key. It owns the key.</summary>
internal sealed class PeerCertificate : IDisposable
{
    private PeerCertificate(
        IReadOnlyList<ReadOnlyMemory<byte>> chain,
        CertificateType type,
        VerificationKey key,
        ReadOnlyMemory<byte> ocspResponse,
        IReadOnlyList<ReadOnlyMemory<byte>> timestamps)
    {
        Chain = chain;
        Type = type;
        Key = key;
        OcspResponse = ocspResponse;
        Timestamps = timestamps;
    }

    /// <summary>DER certificates, leaf first, or one SubjectPublicKeyInfo; copies that outlive the message.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chain { get; }

    /// <summary>What <see cref="Chain"/> holds.</summary>
    public CertificateType Type { get; }

    /// <summary>The leaf's public key.</summary>
    public VerificationKey Key { get; }

    public ReadOnlyMemory<byte> OcspResponse { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Timestamps { get; }

    /// <summary>Reads the leaf's key from a chain of at least one certificate.</summary>
    /// <param name="chain">DER certificates, or the one raw public key, in memory that lasts.</param>
    /// <param name="type">Which of the two was negotiated.</param>
    /// <param name="ocspResponse">The stapled response; empty when there is none.</param>
    /// <param name="timestamps">Certificate timestamps that came along.</param>
    /// <param name="provider">Reads the key.</param>
    public static PeerCertificate Read(
        IReadOnlyList<ReadOnlyMemory<byte>> chain,
        CertificateType type,
        ReadOnlyMemory<byte> ocspResponse,
        IReadOnlyList<ReadOnlyMemory<byte>> timestamps,
        CryptographyProvider provider)
    {
        ReadOnlySpan<byte> publicKey = chain[0].Span;
        if (type == CertificateType.RawPublicKey)
        {
            // One key and nothing beside it (RFC 9846 §4.5.1).
            if (chain.Count > 1)
            {
                throw Fault.InvalidValue("Certificate");
            }
        }
        else if (!CertificatePublicKey.TryRead(chain[0].Span, out publicKey))
        {
            throw Fault.MalformedCertificate();
        }

        VerificationKey key = provider.ImportPublicKey(publicKey) ?? throw Fault.UnusableCertificate();
        return new PeerCertificate(chain, type, key, ocspResponse, timestamps);
    }

    /// <summary>The same with a response that came in a message of its own; takes this object's place.</summary>
    public PeerCertificate With(ReadOnlyMemory<byte> ocspResponse) => new(Chain, Type, Key, ocspResponse, Timestamps);

    /// <summary>The question to the application.</summary>
    public PeerCertificatesRequest ToRequest(TlsSide side, string? serverName, bool isKeyTransport = false) => new()
    {
        IsKeyTransport = isKeyTransport,
        Certificates = Chain,
        CertificateType = Type,
        OcspResponse = OcspResponse,
        SignedCertificateTimestamps = Timestamps,
        Side = side,
        ServerName = serverName,
    };

    public void Dispose() => Key.Dispose();
}
