namespace Aksu.Pki;

/// <summary>The files of an identity have changed. Immutable.</summary>
/// <param name="Current">The identity that is in force: the new one, or the old one where the files can't be used.</param>
/// <param name="Error">Why the files can't be used; null when the new identity is in force.</param>
public sealed record IdentityReload(Identity Current, Exception? Error);
