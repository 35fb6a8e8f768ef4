namespace Aksu.Pki;

/// <summary>A path that was tried: from the peer's certificate upwards, with every check that was made on it. Immutable.</summary>
public sealed class CandidatePath
{
    internal CandidatePath(IReadOnlyList<Certificate> certificates, bool reachesTrust, IReadOnlyList<Check> checks)
    {
        Certificates = certificates;
        ReachesTrust = reachesTrust;
        Checks = checks;
        foreach (Check check in checks)
        {
            if (check.Outcome == CheckOutcome.Failed)
            {
                FailedCheck ??= check;
                FailedChecks++;
            }
        }
    }

    /// <summary>The certificates, the peer's own first; the last one is the trusted one if <see cref="ReachesTrust"/>.</summary>
    public IReadOnlyList<Certificate> Certificates { get; }

    /// <summary>Whether the last certificate is trusted.</summary>
    public bool ReachesTrust { get; }

    /// <summary>The checks in the order they were made.</summary>
    public IReadOnlyList<Check> Checks { get; }

    /// <summary>The first check that failed; null if none did.</summary>
    public Check? FailedCheck { get; }

    /// <summary>Whether the path is good.</summary>
    public bool IsAccepted => ReachesTrust && FailedCheck is null;

    internal int FailedChecks { get; }
}
