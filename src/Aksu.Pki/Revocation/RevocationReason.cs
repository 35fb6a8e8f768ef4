namespace Aksu.Pki.Revocation;

/// <summary>Why a certificate was revoked (RFC 5280 §5.3.1).</summary>
public enum RevocationReason
{
    /// <summary>No reason given.</summary>
    Unspecified = 0,
    /// <summary>Somebody else may have the key.</summary>
    KeyCompromise = 1,
    /// <summary>Somebody else may have the authority's key.</summary>
    CaCompromise = 2,
    /// <summary>The names are no longer right.</summary>
    AffiliationChanged = 3,
    /// <summary>There is a newer certificate.</summary>
    Superseded = 4,
    /// <summary>The certificate is no longer needed.</summary>
    CessationOfOperation = 5,
    /// <summary>Revoked for now.</summary>
    CertificateHold = 6,
    /// <summary>In delta lists: no longer revoked.</summary>
    RemoveFromCrl = 8,
    /// <summary>A right was withdrawn.</summary>
    PrivilegeWithdrawn = 9,
    /// <summary>Somebody else may have the attribute authority's key.</summary>
    AaCompromise = 10,
}
