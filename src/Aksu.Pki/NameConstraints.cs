namespace Aksu.Pki;

/// <summary>Permitted and excluded name spaces below an authority (RFC 5280 §4.2.1.10).</summary>
/// <param name="Permitted">Where names must lie, for each kind of name that occurs here; empty for no limit.</param>
/// <param name="Excluded">Where names must not lie.</param>
public sealed record NameConstraints(IReadOnlyList<GeneralName> Permitted, IReadOnlyList<GeneralName> Excluded);
