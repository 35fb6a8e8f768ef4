namespace Aksu.Pki.Revocation;

/// <summary>What an OCSP responder says about a certificate (RFC 6960 §2.2).</summary>
public enum OcspCertificateStatus
{
    /// <summary>Not revoked.</summary>
    Good,
    /// <summary>Revoked.</summary>
    Revoked,
    /// <summary>The responder does not know the certificate.</summary>
    Unknown,
}
