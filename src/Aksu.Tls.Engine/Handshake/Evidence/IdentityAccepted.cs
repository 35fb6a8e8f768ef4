using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Evidence;

/// <summary>Proof that who the peer is was decided: by its certificates, by a shared key, or that nobody asked.</summary>
internal sealed class IdentityAccepted
{
    private IdentityAccepted(IReadOnlyList<ReadOnlyMemory<byte>> certificates, DateTimeOffset until)
    {
        Certificates = certificates;
        Until = until;
    }

    /// <summary>The peer's certificates; empty when it has none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; }

    /// <summary>Until when they may stand for sessions.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>The application accepted the certificates, after the peer's signature was verified.</summary>
    public static IdentityAccepted ByApplication(PeerCertificatesRequest request, SignatureVerified signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        return request is { IsAnswered: true, Refusal: null }
            ? new IdentityAccepted(request.Certificates, request.AcceptedUntil)
            : throw new InvalidOperationException("The application has not accepted the certificates.");
    }

    /// <summary>
    /// The application accepted a server's certificates before the server could prove anything: with RSA key transport the proof is that
    /// its Finished verifies, for only the key's holder can read the pre-master secret (RFC 5246 §F.1.1.2).
    /// </summary>
    public static IdentityAccepted ByApplicationForKeyTransport(PeerCertificatesRequest request) =>
        request is { IsAnswered: true, Refusal: null }
            ? new IdentityAccepted(request.Certificates, request.AcceptedUntil)
            : throw new InvalidOperationException("The application has not accepted the certificates.");

    /// <summary>A session stands for the peer; with it come the certificates that it was made with.</summary>
    public static IdentityAccepted BySession(IReadOnlyList<ReadOnlyMemory<byte>> sessionCertificates, DateTimeOffset until) =>
        new(sessionCertificates, until);

    /// <summary>A pre-shared key that was agreed outside TLS stands for the peer.</summary>
    public static IdentityAccepted ByExternalKey() => new([], DateTimeOffset.MaxValue);

    /// <summary>A client that was not asked, or that may stay anonymous.</summary>
    public static IdentityAccepted Anonymous() => new([], DateTimeOffset.MaxValue);

    /// <summary>The parameters with who the peer is.</summary>
    public TlsConnectionParameters In(TlsConnectionParameters parameters) =>
        ReferenceEquals(parameters.PeerCertificates, Certificates) && parameters.PeerAcceptedUntil == Until
            ? parameters
            : parameters with { PeerCertificates = Certificates, PeerAcceptedUntil = Until };
}
