using Aksu.Pki.Revocation;

namespace Aksu.Ca.Ocsp;

/// <summary>What an OCSP response shall say about one certificate.</summary>
/// <param name="CertificateId">DER CertID, as asked.</param>
/// <param name="Status">The status.</param>
/// <param name="Revoked">Since when and why, if revoked.</param>
internal sealed record OcspStatement(ReadOnlyMemory<byte> CertificateId, OcspCertificateStatus Status, RevokedEntry? Revoked);
