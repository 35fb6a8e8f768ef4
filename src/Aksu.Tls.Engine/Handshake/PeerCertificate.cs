using Aksu.Cryptography;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake;

/// <summary>The peer's certificates and its leaf's public key. It owns the key.</summary>
internal sealed class PeerCertificate : IDisposable
{
    private PeerCertificate(
        IReadOnlyList<ReadOnlyMemory<byte>> chain,
        VerificationKey key,
        ReadOnlyMemory<byte> ocspResponse,
        IReadOnlyList<ReadOnlyMemory<byte>> timestamps)
    {
        Chain = chain;
        Key = key;
        OcspResponse = ocspResponse;
        Timestamps = timestamps;
    }

    /// <summary>DER certificates, leaf first; copies that outlive the message.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Chain { get; }

    /// <summary>The leaf's public key.</summary>
    public VerificationKey Key { get; }

    public ReadOnlyMemory<byte> OcspResponse { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Timestamps { get; }

    /// <summary>Reads the leaf's key from a chain of at least one certificate.</summary>
    /// <param name="chain">DER certificates in memory that lasts.</param>
    /// <param name="ocspResponse">The stapled response; empty when there is none.</param>
    /// <param name="timestamps">Certificate timestamps that came along.</param>
    /// <param name="provider">Reads the key.</param>
    public static PeerCertificate Read(
        IReadOnlyList<ReadOnlyMemory<byte>> chain,
        ReadOnlyMemory<byte> ocspResponse,
        IReadOnlyList<ReadOnlyMemory<byte>> timestamps,
        CryptographyProvider provider)
    {
        if (!CertificatePublicKey.TryRead(chain[0].Span, out ReadOnlySpan<byte> publicKey))
        {
            throw Fault.MalformedCertificate();
        }

        VerificationKey key = provider.ImportPublicKey(publicKey) ?? throw Fault.UnusableCertificate();
        return new PeerCertificate(chain, key, ocspResponse, timestamps);
    }

    /// <summary>The same with a response that came in a message of its own; takes this object's place.</summary>
    public PeerCertificate With(ReadOnlyMemory<byte> ocspResponse) => new(Chain, Key, ocspResponse, Timestamps);

    /// <summary>The question to the application.</summary>
    public PeerCertificatesRequest ToRequest(TlsSide side, string? serverName) => new()
    {
        Certificates = Chain,
        OcspResponse = OcspResponse,
        SignedCertificateTimestamps = Timestamps,
        Side = side,
        ServerName = serverName,
    };

    public void Dispose() => Key.Dispose();
}
