using Aksu.Pki;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls;

/// <summary>
/// A peer's certificates, and what the default verification came to. That the peer holds the key of the first one is proven already.
/// Immutable.
/// </summary>
public sealed class PeerVerification
{
    internal PeerVerification(PeerCertificatesRequest request, Verdict verdict)
    {
        Side = request.Side;
        ServerName = request.ServerName;
        Certificates = request.Certificates;
        CertificateType = request.CertificateType;
        OcspResponse = request.OcspResponse;
        SignedCertificateTimestamps = request.SignedCertificateTimestamps;
        Verdict = verdict;
    }

    /// <summary>Who asks: a client about a server, or a server about a client.</summary>
    public TlsSide Side { get; }

    /// <summary>The name that the client meant to reach; null on a server.</summary>
    public string? ServerName { get; }

    /// <summary>DER certificates, leaf first, as the peer sent them; or one raw public key (SubjectPublicKeyInfo).</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    /// <summary>What <see cref="Certificates"/> holds.</summary>
    public CertificateType CertificateType { get; }

    /// <summary>The stapled OCSP response of the leaf, DER; empty when there is none.</summary>
    public ReadOnlyMemory<byte> OcspResponse { get; }

    /// <summary>The leaf's signed certificate timestamps, each as its TLS encoding.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> SignedCertificateTimestamps { get; }

    /// <summary>What the default verification came to, with every check.</summary>
    public Verdict Verdict { get; }
}
