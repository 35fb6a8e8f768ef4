namespace Aksu.Pki.Revocation;

/// <summary>The part of an OCSP response that is about one certificate (SingleResponse, RFC 6960 §4.2.1).</summary>
public sealed class OcspAnswer
{
    internal OcspAnswer(
        ReadOnlyMemory<byte> certificateId, OcspCertificateStatus status, RevokedEntry? revoked, DateTimeOffset thisUpdate,
            DateTimeOffset? nextUpdate,
        ReadOnlyMemory<byte> sctList, bool hasUnknownCriticalExtension)
    {
        CertificateId = certificateId;
        Status = status;
        Revoked = revoked;
        ThisUpdate = thisUpdate;
        NextUpdate = nextUpdate;
        SctList = sctList;
        HasUnknownCriticalExtension = hasUnknownCriticalExtension;
    }

    /// <summary>What the responder says.</summary>
    public OcspCertificateStatus Status { get; }

    /// <summary>Since when and why, if revoked.</summary>
    public RevokedEntry? Revoked { get; }

    /// <summary>The moment at which this was known to be so.</summary>
    public DateTimeOffset ThisUpdate { get; }

    /// <summary>When there will be newer information; null if the responder does not say.</summary>
    public DateTimeOffset? NextUpdate { get; }

    /// <summary>DER CertID.</summary>
    internal ReadOnlyMemory<byte> CertificateId { get; }

    /// <summary>SignedCertificateTimestampList (RFC 6962 §3.3); empty if absent.</summary>
    internal ReadOnlyMemory<byte> SctList { get; }

    internal bool HasUnknownCriticalExtension { get; }
}
