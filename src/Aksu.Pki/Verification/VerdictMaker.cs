using Aksu.Pki.Paths;

namespace Aksu.Pki.Verification;

/// <summary>Turns the paths that were tried into one verdict: the accepted path, or the one that came nearest and why it failed.</summary>
internal static class VerdictMaker
{
    public static Verdict Decide(Certificate peer, List<CandidatePath> candidates, PathContext context, IReadOnlyList<string> notes)
    {
        CandidatePath? accepted = candidates.Find(static path => path.IsAccepted);
        if (accepted is not null)
        {
            return new Verdict(VerificationFailure.None, AcceptedReason(peer, accepted), peer, accepted, First(accepted, candidates),
                notes);
        }

        CandidatePath? nearest = candidates
            .OrderByDescending(static path => path.ReachesTrust)
            .ThenBy(static path => path.FailedChecks)
            .ThenByDescending(static path => path.Certificates.Count)
            .FirstOrDefault();
        if (context.Work.Exhausted is { } exhausted)
        {
            return new Verdict(VerificationFailure.TooComplex, $"the certificates would cost too much work: {exhausted}", peer, nearest,
                nearest is null ? candidates : First(nearest, candidates), notes);
        }

        if (nearest?.FailedCheck is not { } failed)
        {
            return new Verdict(VerificationFailure.UnknownAuthority, $"no path leads from {peer} to a trusted authority", peer, nearest,
                candidates, notes);
        }

        string reason = $"{nearest.Certificates[failed.CertificateIndex]}: {failed.Detail}";
        return new Verdict(failed.Failure, reason, peer, nearest, First(nearest, candidates), notes);
    }

    private static string AcceptedReason(Certificate peer, CandidatePath path) =>
        path.Certificates.Count == 1 ? $"{peer} is itself trusted" : $"{peer} is certified by {path.Certificates[^1]}";

    private static List<CandidatePath> First(CandidatePath first, List<CandidatePath> candidates) =>
        candidates.Count == 1 ? candidates : [first, .. candidates.Where(path => !ReferenceEquals(path, first))];
}
