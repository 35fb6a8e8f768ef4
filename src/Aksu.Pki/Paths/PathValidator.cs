using Aksu.Pki.Checks;

namespace Aksu.Pki.Paths;

/// <summary>
/// Makes every check on a complete path (RFC 5280 §6.1), from the trusted certificate down; it doesn't stop at the first that fails.
/// </summary>
internal static class PathValidator
{
    /// <param name="path">The peer's certificate first, the trusted one last; signatures along it are known to be right.</param>
    /// <param name="context">What to check for.</param>
    public static List<Check> Check(IReadOnlyList<Certificate> path, PathContext context)
    {
        var checks = new List<Check>(8 * path.Count);
        int last = path.Count - 1;
        for (int index = last; index >= 0; index--)
        {
            Certificate certificate = path[index];
            if (index == last)
            {
                checks.Add(Pki.Check.Pass(CheckKind.Trust, index, "a trusted authority"));
            }
            else
            {
                checks.Add(Pki.Check.Pass(CheckKind.Signature, index, "made with the key of the certificate above"));
                checks.Add(KeyChecks.SignatureAlgorithm(certificate, index));
            }

            checks.Add(ValidityCheck.Check(certificate, index, context.Time));
            checks.Add(KeyChecks.Strength(certificate, index, context));
            CriticalExtensionCheck.Check(certificate, index, checks);
            if (index > 0)
            {
                AuthorityChecks.Check(path, index, context, checks);
            }

            ProfileChecks.Check(path, index, context, checks);
        }

        NameConstraintChecks.Check(path, context, checks);
        PolicyCheck.Check(path, context, checks);
        PeerChecks.Check(path[0], context, checks);
        PinCheck.Check(path, context, checks);

        // Asked of good paths only: the answers can't make a bad one good.
        if (checks.TrueForAll(static check => check.Outcome != CheckOutcome.Failed))
        {
            RevocationChecks.Check(path, context, checks);
            TransparencyCheck.Check(path, context, checks);
        }

        return checks;
    }
}
