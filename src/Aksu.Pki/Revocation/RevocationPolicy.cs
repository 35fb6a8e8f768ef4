namespace Aksu.Pki.Revocation;

/// <summary>What a verifier demands to know about revocation. Immutable; derive variants with <c>with</c>.</summary>
public sealed record RevocationPolicy
{
    /// <summary>Nothing is looked at.</summary>
    public static RevocationPolicy Off { get; } = new() { Mode = RevocationMode.Off };

    /// <summary>What the peer staples counts: the default.</summary>
    public static RevocationPolicy StapledOnly { get; } = new();

    /// <summary>How much to demand.</summary>
    public RevocationMode Mode { get; init; } = RevocationMode.StapledOnly;

    /// <summary>Whose status to look at.</summary>
    public RevocationScope Scope { get; init; } = RevocationScope.Peer;

    /// <summary>Revocation lists at hand.</summary>
    public CrlStore Crls { get; init; } = CrlStore.Empty;

    /// <summary>
    /// Where <see cref="CertificateVerifier.VerifyAsync"/> may ask for evidence that is not at hand, in the modes soft and hard; null (the
    /// default) for nowhere.
    /// </summary>
    public RevocationFetcher? Fetcher { get; init; }

    /// <summary>How far clocks may differ where a response says when it was made.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an OCSP response counts that does not say when the next one will come.</summary>
    public TimeSpan MaxAgeWithoutNextUpdate { get; init; } = TimeSpan.FromDays(1);
}
