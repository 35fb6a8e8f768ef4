using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Evidence;

/// <summary>Proof that who the peer is was decided: by its certificates, by a shared key, or that nobody asked.</summary>
internal sealed class IdentityAccepted
{
    private IdentityAccepted(IReadOnlyList<ReadOnlyMemory<byte>> certificates) => Certificates = certificates;

    /// <summary>The peer's certificates; empty when it has none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    /// <summary>The application accepted the certificates, after the peer's signature was verified.</summary>
    public static IdentityAccepted ByApplication(PeerCertificatesRequest request, SignatureVerified signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return request is { IsAnswered: true, Refusal: null }
            ? new IdentityAccepted(request.Certificates)
            : throw new InvalidOperationException("The application has not accepted the certificates.");
    }

    /// <summary>
    /// The application accepted a server's certificates before the server could prove anything: with RSA key transport the proof is that its
    /// Finished verifies, for only the key's holder can read the pre-master secret (RFC 5246 §F.1.1.2).
    /// </summary>
    public static IdentityAccepted ByApplicationForKeyTransport(PeerCertificatesRequest request) =>
        request is { IsAnswered: true, Refusal: null }
            ? new IdentityAccepted(request.Certificates)
            : throw new InvalidOperationException("The application has not accepted the certificates.");

    /// <summary>A pre-shared key stands for the peer; with a session come the certificates that it was made with.</summary>
    public static IdentityAccepted ByPreSharedKey(IReadOnlyList<ReadOnlyMemory<byte>> sessionCertificates) => new(sessionCertificates);

    /// <summary>A client that was not asked, or that may stay anonymous.</summary>
    public static IdentityAccepted Anonymous() => new([]);
}
