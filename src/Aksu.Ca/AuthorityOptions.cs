namespace Aksu.Ca;

/// <summary>What authority to make. Immutable.</summary>
public sealed record AuthorityOptions
{
    /// <summary>Its name, shown in certificates.</summary>
    public string Name { get; init; } = "Aksu";

    /// <summary>The keys of root and intermediate.</summary>
    public KeyRequest Key { get; init; } = KeyRequest.Default;

    /// <summary>How long the root is valid.</summary>
    public TimeSpan RootLifetime { get; init; } = TimeSpan.FromDays(3650);

    /// <summary>How long the intermediate is valid.</summary>
    public TimeSpan IntermediateLifetime { get; init; } = TimeSpan.FromDays(1825);

    /// <summary>Where its OCSP responder will be, written into every certificate; null for nowhere.</summary>
    public string? OcspLocation { get; init; }

    /// <summary>Where its revocation list will be, written into every certificate; null for nowhere.</summary>
    public string? CrlLocation { get; init; }
}
