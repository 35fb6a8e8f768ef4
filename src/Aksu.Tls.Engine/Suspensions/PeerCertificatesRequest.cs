using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Suspensions;

/// <summary>
/// The peer proved that it holds the key of its first certificate, or is about to (<see cref="IsKeyTransport"/>); whether to trust the
/// certificates is for the application to say.
/// </summary>
public sealed class PeerCertificatesRequest : SuspendedRequest
{
    internal PeerCertificatesRequest()
    {
    }

    /// <summary>
    /// DER certificates, leaf first, as the peer sent them; or one SubjectPublicKeyInfo, as <see cref="CertificateType"/> says.
    /// </summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; init; }

    /// <summary>
    /// What <see cref="Certificates"/> holds. A raw public key (RFC 7250) says nothing about who holds it: accept only one that is known.
    /// </summary>
    public CertificateType CertificateType { get; init; }

    /// <summary>The stapled OCSP response of the leaf, DER; empty when there is none.</summary>
    public ReadOnlyMemory<byte> OcspResponse { get; init; }

    /// <summary>The leaf's signed certificate timestamps, each as its TLS encoding.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> SignedCertificateTimestamps { get; init; } = [];

    /// <summary>Who asks: a client about a server, or a server about a client.</summary>
    public required TlsSide Side { get; init; }

    /// <summary>
    /// Whether the key is to decrypt the client's secret (RSA key transport of TLS 1.2 and before) instead of having signed the handshake:
    /// then its certificate must allow keyEncipherment, else digitalSignature (RFC 5246 §7.4.2).
    /// </summary>
    public bool IsKeyTransport { get; init; }

    /// <summary>The name that the client meant to reach; null on a server.</summary>
    public required string? ServerName { get; init; }

    internal DateTimeOffset AcceptedUntil { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>The certificates are trusted: go on.</summary>
    public void Accept()
    {
        BeginAnswer();
        EndAnswer();
    }

    /// <summary>The certificates are trusted, but no session of this connection goes on past a moment: go on.</summary>
    /// <param name="until">When the first of the certificates that the trust stands on ends to be valid.</param>
    public void Accept(DateTimeOffset until)
    {
        BeginAnswer();
        AcceptedUntil = until;
        EndAnswer();
    }

    /// <summary>The certificates are not trusted: end the handshake.</summary>
    /// <param name="alert">What the peer is told.</param>
    /// <param name="why">What a person reads in the exception; no text from the peer.</param>
    public void Refuse(AlertDescription alert, string why) => AnswerWith(Fault.PeerCertificateRefused(alert, why));
}
