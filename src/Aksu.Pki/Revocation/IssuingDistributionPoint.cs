namespace Aksu.Pki.Revocation;

/// <summary>Which certificates a revocation list speaks about (RFC 5280 §5.2.5).</summary>
internal sealed record IssuingDistributionPoint
{
    /// <summary>Addresses under which the list is published; null if it does not say, empty if it names no URI.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Locations { get; init; }

    public bool OnlyUsers { get; init; }

    public bool OnlyAuthorities { get; init; }

    public bool OnlySomeReasons { get; init; }

    public bool IsIndirect { get; init; }

    public bool OnlyAttributes { get; init; }
}
