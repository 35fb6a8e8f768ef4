namespace Aksu.Pki.Revocation;

/// <summary>What a revocation list or an OCSP response says about a revoked certificate.</summary>
/// <param name="Time">Since when.</param>
/// <param name="Reason">Why, as far as the issuer says.</param>
public readonly record struct RevokedEntry(DateTimeOffset Time, RevocationReason Reason);
