using System.Collections.Concurrent;
using Aksu.Pki.Checks;
using Aksu.Pki.Revocation;

namespace Aksu.Pki.Verification;

/// <summary>
/// Verdicts of acceptance under one policy, found again by all that they rest on: the same certificates for the same peer and purpose cost
/// a comparison. Only verdicts get in that nothing but the validity periods of their path can end, and those are looked at each time.
/// Thread-safe and bounded.
/// </summary>
internal sealed class AcceptedVerdicts(VerificationPolicy policy)
{
    private const int Most = 256;

    // Revocation lists and log lists are dated in ways of their own.
    private readonly bool _isUsable =
        policy.Revocation.Mode is RevocationMode.Off or RevocationMode.StapledOnly && policy.Transparency is null;

    private readonly ConcurrentDictionary<VerdictKey, Verdict> _verdicts = new();
    private int _count;

    /// <summary>The verdict that was given for the same request and still holds at this moment; null when there is none.</summary>
    public Verdict? Find(VerificationRequest request, DateTimeOffset time) =>
        Takes(request) && _verdicts.TryGetValue(new VerdictKey(request), out Verdict? known) && IsValidAt(known, time) ? known : null;

    public void Remember(VerificationRequest request, Verdict verdict)
    {
        // Where other paths were tried, or certificates could not be read, there is more to report than that it went well.
        if (!verdict.IsAccepted || verdict.Candidates.Count != 1 || verdict.Notes.Count > 0 || !Takes(request)
            || !_verdicts.TryAdd(VerdictKey.Kept(request), verdict))
        {
            return;
        }

        if (Interlocked.Increment(ref _count) > Most)
        {
            _verdicts.Clear();
            Interlocked.Exchange(ref _count, 0);
        }
    }

    // A stapled response runs out, and so does what was fetched.
    private bool Takes(VerificationRequest request) => _isUsable && request.StapledOcspResponse.IsEmpty && request.Fetched.Count == 0;

    private static bool IsValidAt(Verdict verdict, DateTimeOffset time)
    {
        IReadOnlyList<Certificate> path = verdict.Path!.Certificates;
        for (int i = 0; i < path.Count; i++)
        {
            if (ValidityCheck.Check(path[i], 0, time).Outcome != CheckOutcome.Passed)
            {
                return false;
            }
        }

        return true;
    }
}
