namespace Aksu.Pki.Paths;

/// <summary>Counts the work done for one verdict against its budget.</summary>
internal sealed class Work(VerificationBudget budget)
{
    private int _signatures;
    private int _candidates;
    private int _paths;
    private int _comparisons;

    /// <summary>What ran out, in words; null while everything is within the budget.</summary>
    public string? Exhausted { get; private set; }

    public bool TrySignature() => Count(ref _signatures, budget.MaxSignatureChecks, "signature checks");

    public bool TryCandidate() => Count(ref _candidates, budget.MaxIssuerCandidates, "candidates for issuers");

    public bool TryPath() => Count(ref _paths, budget.MaxPaths, "complete paths");

    public bool TryNameComparison() => Count(ref _comparisons, budget.MaxNameComparisons, "comparisons of names with constraints");

    private bool Count(ref int counter, int limit, string what)
    {
        if (counter >= limit)
        {
            Exhausted ??= $"more than {limit} {what} would be needed";
            return false;
        }

        counter++;
        return true;
    }
}
