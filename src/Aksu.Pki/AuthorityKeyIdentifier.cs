namespace Aksu.Pki;

/// <summary>Which key signed a certificate, as its issuer says (RFC 5280 §4.2.1.1): a hint for path building, not a proof.</summary>
/// <param name="KeyIdentifier">The issuer's subject key identifier; empty if absent.</param>
/// <param name="HasIssuer">Whether authorityCertIssuer is present.</param>
/// <param name="SerialNumber">authorityCertSerialNumber as INTEGER content bytes; empty if absent.</param>
public sealed record AuthorityKeyIdentifier(ReadOnlyMemory<byte> KeyIdentifier, bool HasIssuer, ReadOnlyMemory<byte> SerialNumber);
