namespace Aksu.Pki;

/// <summary>Why a peer was not accepted: coarse enough to choose a TLS alert by (RFC 9846 §6.2), fine enough to say what to do.</summary>
public enum VerificationFailure
{
    /// <summary>Nothing failed.</summary>
    None,
    /// <summary>The peer sent no certificate (certificate_required).</summary>
    NoCertificate,
    /// <summary>The peer's certificate can't be read, or breaks the chosen profile (bad_certificate).</summary>
    Malformed,
    /// <summary>A signature is wrong (bad_certificate).</summary>
    BadSignature,
    /// <summary>A certificate is past its validity (certificate_expired).</summary>
    Expired,
    /// <summary>A certificate is not valid yet (certificate_expired: the nearest alert there is).</summary>
    NotYetValid,
    /// <summary>No path leads to a trusted authority (unknown_ca).</summary>
    UnknownAuthority,
    /// <summary>The certificate is for other names (bad_certificate).</summary>
    NameMismatch,
    /// <summary>
    /// An authority is none, or went beyond what it was allowed to do: path length, key usage, name constraints, policies
    /// (bad_certificate).
    /// </summary>
    ConstraintViolation,
    /// <summary>The certificate is for another purpose (unsupported_certificate).</summary>
    WrongPurpose,
    /// <summary>A key, curve, hash or signature algorithm is too weak or not supported (unsupported_certificate).</summary>
    UnsupportedAlgorithm,
    /// <summary>A critical extension is not understood (unsupported_certificate).</summary>
    UnknownCriticalExtension,
    /// <summary>The issuer has revoked a certificate (certificate_revoked).</summary>
    Revoked,
    /// <summary>
    /// The policy demands to know whether a certificate is revoked, and it can't be known (bad_certificate_status_response).
    /// </summary>
    RevocationUnknown,
    /// <summary>None of the pinned keys is in the path (certificate_unknown).</summary>
    PinMismatch,
    /// <summary>The certificate was not logged publicly as the policy demands (certificate_unknown).</summary>
    NotTransparent,
    /// <summary>Looking further would cost more work than the policy allows (certificate_unknown).</summary>
    TooComplex,
}
