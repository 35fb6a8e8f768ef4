using Aksu.Pki;
using Aksu.Pki.Revocation;

namespace Aksu.Ca;

/// <summary>A certificate in an authority's records.</summary>
/// <param name="Certificate">The certificate.</param>
/// <param name="Revoked">Since when and why it is revoked; null if it is not.</param>
public sealed record IssuedCertificate(Certificate Certificate, RevokedEntry? Revoked);
