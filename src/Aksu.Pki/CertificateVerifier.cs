using Aksu.Cryptography;
using Aksu.Pki.Checks;
using Aksu.Pki.Paths;
using Aksu.Pki.Revocation;
using Aksu.Pki.Verification;

namespace Aksu.Pki;

/// <summary>
/// Decides whether a peer is who it should be (RFC 5280 §6, RFC 9525). Thread-safe and meant to be kept: it remembers what it has accepted,
/// so that the same certificates cost little the next time. It never does input or output.
/// </summary>
public sealed class CertificateVerifier
{
    private readonly CryptographyProvider _provider;
    private readonly CertificateCache _cache = new();
    private readonly AcceptedVerdicts _accepted;

    /// <summary>A verifier for this policy.</summary>
    /// <param name="policy">What to demand; null for <see cref="VerificationPolicy.Default"/>.</param>
    /// <param name="provider">Where signatures are checked; null for the default.</param>
    public CertificateVerifier(VerificationPolicy? policy = null, CryptographyProvider? provider = null)
    {
        Policy = policy ?? VerificationPolicy.Default;
        _provider = provider ?? CryptographyProvider.Default;
        _accepted = new AcceptedVerdicts(Policy);
    }

    /// <summary>What this verifier demands.</summary>
    public VerificationPolicy Policy { get; }

    /// <summary>Decides. Never throws for anything a peer can send.</summary>
    public Verdict Verify(VerificationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Chain.Count == 0)
        {
            return Refuse(VerificationFailure.NoCertificate, "the peer sent no certificate");
        }

        DateTimeOffset time = request.Time ?? Policy.TimeProvider.GetUtcNow();
        if (_accepted.Find(request, time) is { } known)
        {
            return known;
        }

        Certificate peer;
        try
        {
            peer = _cache.Find(request.Chain[0]) ?? Certificate.Parse(request.Chain[0].Span);
        }
        catch (CertificateException error)
        {
            return Refuse(VerificationFailure.Malformed, "the peer's certificate can't be read: " + error.Message);
        }

        var notes = new List<string>();
        var pool = new CertificatePool([.. ReadPresented(request.Chain, notes), .. Policy.Intermediates], Policy.Trust);
        var context = new PathContext(Policy, request, time, _provider, new Work(Policy.Budget));
        List<CandidatePath> candidates = PathBuilder.Build(peer, pool, context);
        Verdict verdict = VerdictMaker.Decide(peer, candidates, context, notes);
        if (verdict is { IsAccepted: true, Path: { } path })
        {
            _cache.Remember(path);
            _accepted.Remember(request, verdict);
        }

        return verdict;
    }

    /// <summary>
    /// As <see cref="Verify"/>, and asks the policy's <see cref="RevocationPolicy.Fetcher"/>, if there is one, for evidence about
    /// revocation that is not at hand.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<Verdict> VerifyAsync(VerificationRequest request, CancellationToken cancellationToken = default)
    {
        Verdict verdict = Verify(request);
        if (Policy.Revocation is not { Mode: RevocationMode.Soft or RevocationMode.Hard, Fetcher: { } fetcher }
            || verdict.Path is not { ReachesTrust: true } path)
        {
            return verdict;
        }

        var fetched = new Dictionary<Certificate, RevocationEvidence>();
        foreach (Check check in path.Checks)
        {
            bool isUnknown = check.Kind == CheckKind.Revocation
                && (check.Outcome == CheckOutcome.Tolerated || check.Failure == VerificationFailure.RevocationUnknown);
            if (isUnknown)
            {
                Certificate certificate = path.Certificates[check.CertificateIndex];
                Certificate issuer = path.Certificates[check.CertificateIndex + 1];
                fetched[certificate] = await fetcher.FetchAsync(certificate, issuer, cancellationToken).ConfigureAwait(false);
            }
        }

        return fetched.Count == 0 ? verdict : Verify(request with { Fetched = fetched });
    }

    /// <summary>Decides about a raw public key (RFC 7250): it is accepted exactly if it is pinned and strong enough.</summary>
    /// <param name="subjectPublicKeyInfo">DER SubjectPublicKeyInfo, as received.</param>
    public Verdict VerifyRawPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        PublicKeyInfo key;
        try
        {
            key = PublicKeyInfo.Parse(subjectPublicKeyInfo);
        }
        catch (CertificateException error)
        {
            return Refuse(VerificationFailure.Malformed, "the peer's raw public key can't be read: " + error.Message);
        }

        if (KeyChecks.Problem(key, Policy) is { } problem)
        {
            return Refuse(VerificationFailure.UnsupportedAlgorithm, "the peer's raw public key is not accepted: " + problem);
        }

        return PinCheck.IsPinned(key, Policy)
            ? new Verdict(VerificationFailure.None, $"the peer's raw public key ({key}) is pinned", null, null, [], [])
            : Refuse(VerificationFailure.PinMismatch, $"the peer's raw public key ({key}) is not among the pinned keys");
    }

    private List<Certificate> ReadPresented(IReadOnlyList<ReadOnlyMemory<byte>> chain, List<string> notes)
    {
        var found = new List<Certificate>();
        int limit = Math.Min(chain.Count, Policy.Budget.MaxPresentedCertificates);
        for (int index = 1; index < limit; index++)
        {
            try
            {
                Certificate certificate = _cache.Find(chain[index]) ?? Certificate.Parse(chain[index].Span);
                if (!Policy.Trust.Contains(certificate))
                {
                    found.Add(certificate);
                }
            }
            catch (CertificateException error)
            {
                notes.Add($"certificate {index} of those sent was ignored: {error.Message}");
            }
        }

        if (chain.Count > limit)
        {
            notes.Add($"{chain.Count - limit} of the certificates sent were ignored: more than {limit} are not looked at");
        }

        return found;
    }

    private static Verdict Refuse(VerificationFailure failure, string reason) => new(failure, reason, null, null, [], []);
}
