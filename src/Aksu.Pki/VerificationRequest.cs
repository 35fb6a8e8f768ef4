using Aksu.Pki.Revocation;

namespace Aksu.Pki;

/// <summary>What a peer presented, and whom one expected. Immutable.</summary>
public sealed record VerificationRequest
{
    private static readonly Dictionary<Certificate, RevocationEvidence> NothingFetched = [];

    /// <summary>The chain as received, DER, the peer's own certificate first; the rest in any order.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Chain { get; init; }

    /// <summary>What the certificate is to be used for.</summary>
    public CertificatePurpose Purpose { get; init; } = CertificatePurpose.Server;

    /// <summary>The server that was meant; null checks no name (for clients, or where the caller identifies the peer itself).</summary>
    public ServerIdentity? ServerIdentity { get; init; }

    /// <summary>A mailbox that the certificate must be for, e.g. of a client; null checks none.</summary>
    public string? Email { get; init; }

    /// <summary>Usages that keyUsage must allow if it is present, e.g. digitalSignature for TLS 1.3.</summary>
    public KeyUsage RequiredKeyUsage { get; init; }

    /// <summary>The OCSP response that came with the certificate (status_request), DER; empty for none.</summary>
    public ReadOnlyMemory<byte> StapledOcspResponse { get; init; }

    /// <summary>The SignedCertificateTimestampList of the TLS extension (RFC 6962 §3.3); empty for none.</summary>
    public ReadOnlyMemory<byte> SignedCertificateTimestamps { get; init; }

    /// <summary>The moment to verify for; null means now by the policy's clock.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Evidence about revocation that was fetched for certificates of the path.</summary>
    internal IReadOnlyDictionary<Certificate, RevocationEvidence> Fetched { get; init; } = NothingFetched;

    /// <summary>A client asks about a server.</summary>
    public static VerificationRequest ForServer(IReadOnlyList<ReadOnlyMemory<byte>> chain, ServerIdentity server) =>
        new() { Chain = chain, ServerIdentity = server };

    /// <summary>A server asks about a client; no name is checked.</summary>
    public static VerificationRequest ForClient(IReadOnlyList<ReadOnlyMemory<byte>> chain) =>
        new() { Chain = chain, Purpose = CertificatePurpose.Client };
}
