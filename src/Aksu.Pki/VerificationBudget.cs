namespace Aksu.Pki;

/// <summary>
/// Bounds on the work that certificates from a peer can cause. Reaching one ends in <see cref="VerificationFailure.TooComplex"/>.
/// </summary>
public sealed record VerificationBudget
{
    /// <summary>The default bounds: far above what honest chains need.</summary>
    public static VerificationBudget Default { get; } = new();

    /// <summary>Most certificates of a peer that are looked at; those after them are ignored with a note.</summary>
    public int MaxPresentedCertificates { get; init; } = 128;

    /// <summary>Most signature checks for one verdict.</summary>
    public int MaxSignatureChecks { get; init; } = 100;

    /// <summary>Most candidates for an issuer that are tried for one verdict.</summary>
    public int MaxIssuerCandidates { get; init; } = 1000;

    /// <summary>Most complete paths that are checked for one verdict.</summary>
    public int MaxPaths { get; init; } = 50;

    /// <summary>Most comparisons of a name with a name constraint for one verdict.</summary>
    public int MaxNameComparisons { get; init; } = 250_000;

    /// <summary>Most certificates in a path, self-issued ones included.</summary>
    public int MaxPathLength { get; init; } = 20;
}
