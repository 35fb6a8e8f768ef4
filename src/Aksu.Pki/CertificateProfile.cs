namespace Aksu.Pki;

/// <summary>
/// How much of what standards demand of an <em>issuer</em> a verifier enforces as well. Rules on which security rests (signatures,
/// validity, constraints, usages, unknown critical extensions, key strength, names) hold in every profile.
/// </summary>
public enum CertificateProfile
{
    /// <summary>
    /// What browsers and servers accept in practice: harmless slips of issuers, such as a missing key identifier, are let pass.
    /// </summary>
    Compatible,
    /// <summary>The profile of RFC 5280 to the letter, for every certificate of the path, the trust anchor's included.</summary>
    Rfc5280,
    /// <summary>RFC 5280 and, on top, the CA/Browser Forum's baseline requirements for TLS server certificates.</summary>
    WebPki,
}
