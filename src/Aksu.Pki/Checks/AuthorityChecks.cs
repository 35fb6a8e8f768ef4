using Aksu.Pki.Paths;

namespace Aksu.Pki.Checks;

/// <summary>What makes a certificate an authority that may stand where it stands in the path (RFC 5280 §6.1.4 k to n).</summary>
internal static class AuthorityChecks
{
    public static void Check(IReadOnlyList<Certificate> path, int index, PathContext context, List<Check> checks)
    {
        Certificate certificate = path[index];
        checks.Add(BasicConstraints(certificate, index, isTrusted: index == path.Count - 1, context));
        checks.Add(PathLength(path, index));
        checks.Add(KeyUsage(certificate, index));
        checks.Add(Purpose(certificate, index, context));
    }

    private static Check BasicConstraints(Certificate certificate, int index, bool isTrusted, PathContext context)
    {
        if (certificate.IsAuthority)
        {
            return Pki.Check.Pass(CheckKind.BasicConstraints, index, "an authority");
        }

        // Roots from before version 3 have no extensions; the user's trust stands in for them.
        if (isTrusted && certificate.BasicConstraints is null && certificate.Version < 3 && !context.IsStrict)
        {
            return Pki.Check.Tolerate(CheckKind.BasicConstraints, index, "does not say that it is an authority, but is trusted as one");
        }

        return Pki.Check.Fail(CheckKind.BasicConstraints, index, VerificationFailure.ConstraintViolation,
            "signed the certificate below without being an authority (basicConstraints)");
    }

    private static Check PathLength(IReadOnlyList<Certificate> path, int index)
    {
        if (path[index].BasicConstraints?.PathLength is not { } limit)
        {
            return Pki.Check.Pass(CheckKind.PathLength, index, "no limit on authorities below");
        }

        int below = 0;
        for (int i = 1; i < index; i++)
        {
            below += path[i].IsSelfIssued ? 0 : 1;
        }

        return below <= limit
            ? Pki.Check.Pass(CheckKind.PathLength, index, $"{below} of at most {limit} authorities below")
            : Pki.Check.Fail(CheckKind.PathLength, index, VerificationFailure.ConstraintViolation,
                $"allows {limit} authorities below itself (pathLenConstraint), and there are {below}");
    }

    private static Check KeyUsage(Certificate certificate, int index) =>
        certificate.KeyUsage is { } usage && !usage.HasFlag(Pki.KeyUsage.KeyCertSign)
            ? Pki.Check.Fail(CheckKind.KeyUsage, index, VerificationFailure.ConstraintViolation,
                "its key may not sign certificates (keyUsage without keyCertSign)")
            : Pki.Check.Pass(CheckKind.KeyUsage, index, "may sign certificates");

    /// <summary>
    /// Clients treat extKeyUsage of an authority as a limit on everything below it (CA/Browser baseline requirements §7.1.2.10.6).
    /// </summary>
    private static Check Purpose(Certificate certificate, int index, PathContext context) =>
        certificate.ExtendedKeyUsage is not { } usage || (usage & (context.RequiredPurpose | ExtendedKeyUsage.Any)) != 0
            ? Pki.Check.Pass(CheckKind.ExtendedKeyUsage, index, "not limited to other purposes")
            : Pki.Check.Fail(CheckKind.ExtendedKeyUsage, index, VerificationFailure.WrongPurpose,
                $"this authority is limited to other purposes ({usage}), and {context.RequiredPurpose} is needed");
}
