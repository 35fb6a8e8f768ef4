using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls;

/// <summary>A server asks this client for a certificate. Immutable.</summary>
/// <param name="ServerName">The server that was meant.</param>
/// <param name="SignatureSchemes">The signature schemes that the server accepts.</param>
/// <param name="Authorities">The authorities that the server trusts; empty when it did not say.</param>
public sealed record IdentitySelection(
    string? ServerName, IReadOnlyList<SignatureScheme> SignatureSchemes, IReadOnlyList<DistinguishedName> Authorities);
