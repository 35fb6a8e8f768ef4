namespace Aksu.Pki.Paths;

/// <summary>
/// Looks for a path from the peer's certificate to a trusted one (RFC 4158): depth first, nearest candidates first, every complete path
/// checked at once, until one is good or the budget is used up. A certificate is not used above another with the same subject and key, so
/// there are no loops.
/// </summary>
internal sealed class PathBuilder
{
    /// <summary>Enough to explain a refusal; further failed paths are counted in the budget but not kept.</summary>
    private const int MaxRecordedPaths = 16;

    private readonly PathContext _context;
    private readonly CertificatePool _pool;
    private readonly SignatureChecker _signatures;
    private readonly List<Certificate> _path = [];
    private readonly List<CandidatePath> _candidates = [];

    private PathBuilder(PathContext context, CertificatePool pool)
    {
        _context = context;
        _pool = pool;
        _signatures = new SignatureChecker(context);
    }

    /// <summary>All paths that were tried; if one is accepted, it is the last.</summary>
    public static List<CandidatePath> Build(Certificate peer, CertificatePool pool, PathContext context)
    {
        var builder = new PathBuilder(context, pool);
        builder._path.Add(peer);
        bool isFound = context.Policy.Trust.Contains(peer) && builder.Complete();
        if (!isFound && !builder.Extend() && builder._candidates.Count == 0)
        {
            builder.ExplainMissingIssuer();
        }

        return builder._candidates;
    }

    /// <summary>Tries every issuer for the last certificate of the path. True when the search is over.</summary>
    private bool Extend()
    {
        Certificate current = _path[^1];
        foreach (Certificate anchor in OrderAnchors(current))
        {
            if (!_context.Work.TryCandidate())
            {
                return true;
            }

            if (!SignatureIsRight(current, anchor))
            {
                continue;
            }

            _path.Add(anchor);
            bool isOver = Complete();
            _path.RemoveAt(_path.Count - 1);
            if (isOver)
            {
                return true;
            }
        }

        foreach (int candidate in OrderCandidates(current))
        {
            if (!_context.Work.TryCandidate())
            {
                return true;
            }

            Certificate issuer = _pool[candidate];
            if (IsTooDeep(issuer, candidate) || !SignatureIsRight(current, issuer))
            {
                continue;
            }

            _path.Add(issuer);
            bool isOver = Extend();
            _path.RemoveAt(_path.Count - 1);
            if (isOver)
            {
                return true;
            }
        }

        return _context.Work.Exhausted is not null;
    }

    private bool Complete()
    {
        if (!_context.Work.TryPath())
        {
            return true;
        }

        CandidatePath path = new([.. _path], reachesTrust: true, PathValidator.Check(_path, _context));
        if (path.IsAccepted || _candidates.Count < MaxRecordedPaths)
        {
            _candidates.Add(path);
        }

        return path.IsAccepted;
    }

    private bool SignatureIsRight(Certificate child, Certificate issuer)
    {
        if (_signatures.Accepts(child, issuer))
        {
            return true;
        }

        // A certificate that merely has the right name is no news, unless the key identifier says that it should have been the one.
        if (_context.Work.Exhausted is null && KeyIdentifiersAgree(child, issuer) != false && !NamesItselfAsIssuer(child))
        {
            Record(Check.Fail(CheckKind.Signature, _path.Count - 1, VerificationFailure.BadSignature,
                $"the signature was not made with the key of {issuer}: "
                + "the certificate was altered, or another authority of that name issued it"));
        }

        return false;
    }

    private bool IsTooDeep(Certificate issuer, int candidate)
    {
        int intermediates = _path.Skip(1).Append(issuer).Count(static certificate => !certificate.IsSelfIssued);
        bool isTooDeep = intermediates > _context.Policy.MaxIntermediates
            || _path.Count + _pool.Distance(candidate) >= _context.Policy.Budget.MaxPathLength;
        if (isTooDeep)
        {
            Record(Check.Fail(CheckKind.PathLength, _path.Count - 1, VerificationFailure.ConstraintViolation,
                $"the path would need more than {_context.Policy.MaxIntermediates} intermediate certificates"));
        }

        return isTooDeep;
    }

    private void Record(Check check)
    {
        if (_candidates.Count < MaxRecordedPaths)
        {
            _candidates.Add(new CandidatePath([.. _path], reachesTrust: false, [check]));
        }
    }

    private IEnumerable<Certificate> OrderAnchors(Certificate current)
    {
        ReadOnlySpan<Certificate> anchors = _context.Policy.Trust.FindBySubject(current.Issuer);
        return anchors.Length <= 1
            ? anchors.ToArray()
            : anchors.ToArray().OrderBy(anchor => Preference(current, anchor));
    }

    private IEnumerable<int> OrderCandidates(Certificate current) =>
        _pool.FindBySubject(current.Issuer)
            .Where(candidate => _pool.Distance(candidate) != CertificatePool.Unreachable && !IsInPath(_pool[candidate]))
            .OrderBy(_pool.Distance)
            .ThenBy(candidate => Preference(current, _pool[candidate]));

    /// <summary>Smaller is better: key identifiers first, then validity, then newer ones.</summary>
    private (int KeyIdentifier, int Validity, long Age) Preference(Certificate child, Certificate issuer)
    {
        int keyIdentifier = KeyIdentifiersAgree(child, issuer) switch { true => 0, null => 1, false => 2 };
        bool isValid = _context.Time >= issuer.NotBefore && _context.Time <= issuer.NotAfter;
        return (keyIdentifier, isValid ? 0 : 1, -issuer.NotAfter.UtcTicks);
    }

    /// <summary>Null when one of the two does not say.</summary>
    private static bool? KeyIdentifiersAgree(Certificate child, Certificate issuer) =>
        child.AuthorityKeyIdentifier is { KeyIdentifier.Length: > 0 } wanted && issuer.SubjectKeyIdentifier is { } offered
            ? wanted.KeyIdentifier.Span.SequenceEqual(offered.Span)
            : null;

    /// <summary>A root that has the name of a trusted one, and another key: not altered but unknown.</summary>
    private static bool NamesItselfAsIssuer(Certificate certificate) =>
        certificate.IsSelfIssued
        && (certificate.AuthorityKeyIdentifier is not { KeyIdentifier.Length: > 0 }
            || KeyIdentifiersAgree(certificate, certificate) == true);

    private bool IsInPath(Certificate certificate) => _path.Exists(used =>
        used.SubjectPublicKeyInfo.Span.SequenceEqual(certificate.SubjectPublicKeyInfo.Span) && used.Subject.Equals(certificate.Subject));

    /// <summary>No path by names: follow the names as far as they go, to say which issuer is missing.</summary>
    private void ExplainMissingIssuer()
    {
        while (_path.Count < _context.Policy.Budget.MaxPathLength)
        {
            Certificate current = _path[^1];
            int next = _pool.FindBySubject(current.Issuer).FindIndex(candidate => !IsInPath(_pool[candidate]));
            if (next < 0)
            {
                break;
            }

            _path.Add(_pool[_pool.FindBySubject(current.Issuer)[next]]);
        }

        Certificate last = _path[^1];
        string detail = last.IsSelfIssued
            ? "is self-signed and not among the trusted authorities"
            : $"its issuer {last.Issuer} is neither trusted nor among the certificates sent";
        Record(Check.Fail(CheckKind.Trust, _path.Count - 1, VerificationFailure.UnknownAuthority, detail));
    }
}
