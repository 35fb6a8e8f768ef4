using System.Text;
using Aksu.Pki.Asn1;
using Aksu.Pki.Names;
using Aksu.Pki.Paths;

namespace Aksu.Pki.Checks;

/// <summary>Every name below an authority must lie where its name constraints allow (RFC 5280 §4.2.1.10, §6.1.3 b and c).</summary>
internal static class NameConstraintChecks
{
    public static void Check(IReadOnlyList<Certificate> path, PathContext context, List<Check> checks)
    {
        for (int index = path.Count - 1; index > 0; index--)
        {
            if (path[index].NameConstraints is { } constraints)
            {
                checks.Add(CheckBelow(path, index, constraints, context));
            }
        }
    }

    private static Check CheckBelow(IReadOnlyList<Certificate> path, int index, NameConstraints constraints, PathContext context)
    {
        foreach (GeneralName subtree in constraints.Permitted.Concat(constraints.Excluded))
        {
            if (!NameConstraintMatcher.IsWellFormed(subtree, allowLeadingDotInDns: !context.IsStrict))
            {
                return Fail(index, $"its name constraint {subtree} is malformed");
            }
        }

        for (int below = index - 1; below >= 0; below--)
        {
            // A self-issued certificate that is not the last merely renews a key (RFC 5280 §6.1.3).
            if (below > 0 && path[below].IsSelfIssued)
            {
                continue;
            }

            foreach (GeneralName name in NamesOf(path[below]))
            {
                if (Problem(name, constraints, context) is { } problem)
                {
                    return context.Work.Exhausted is null
                        ? Fail(index, $"{name} of {path[below]} {problem}")
                        : Pki.Check.Fail(CheckKind.Budget, index, VerificationFailure.TooComplex, context.Work.Exhausted);
                }
            }
        }

        return Pki.Check.Pass(CheckKind.NameConstraints, index, "all names below lie where this authority may certify");
    }

    private static string? Problem(GeneralName name, NameConstraints constraints, PathContext context)
    {
        bool isConstrained = false;
        bool isPermitted = false;
        foreach (GeneralName subtree in constraints.Permitted)
        {
            if (!context.Work.TryNameComparison())
            {
                return "could not be compared";
            }

            if (subtree.Kind == name.Kind)
            {
                isConstrained = true;
                isPermitted |= NameConstraintMatcher.IsWithin(name, subtree);
            }
        }

        bool isExcluded = false;
        bool isExcludable = false;
        foreach (GeneralName subtree in constraints.Excluded)
        {
            if (!context.Work.TryNameComparison())
            {
                return "could not be compared";
            }

            if (subtree.Kind == name.Kind)
            {
                isExcludable = true;
                isExcluded |= NameConstraintMatcher.Touches(name, subtree);
            }
        }

        if ((isConstrained || isExcludable) && !NameConstraintMatcher.CanBeJudged(name))
        {
            return "is constrained and can't be judged";
        }

        if (isExcluded)
        {
            return "lies where this authority may not certify (excluded name constraint)";
        }

        return isConstrained && !isPermitted ? "does not lie where this authority may certify (permitted name constraint)" : null;
    }

    /// <summary>Subject alternative names, the subject, and without a mailbox among the former those of the latter.</summary>
    private static IEnumerable<GeneralName> NamesOf(Certificate certificate)
    {
        bool hasMailbox = false;
        foreach (GeneralName name in certificate.SubjectAlternativeNames)
        {
            hasMailbox |= name.Kind == GeneralNameKind.Email;
            yield return name;
        }

        if (certificate.Subject.IsEmpty)
        {
            yield break;
        }

        yield return new GeneralName(GeneralNameKind.Directory, certificate.Subject.Der);
        if (!hasMailbox && certificate.ExtensionSet.SubjectAlternativeNames is null)
        {
            foreach (string mailbox in DistinguishedNameText.All(certificate.Subject.Der.Span, Oids.EmailAddress))
            {
                yield return new GeneralName(GeneralNameKind.Email, Encoding.UTF8.GetBytes(mailbox));
            }
        }
    }

    private static Check Fail(int index, string detail) =>
        Pki.Check.Fail(CheckKind.NameConstraints, index, VerificationFailure.ConstraintViolation, detail);
}
