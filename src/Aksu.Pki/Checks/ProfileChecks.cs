using Aksu.Pki.Paths;

namespace Aksu.Pki.Checks;

/// <summary>The rules that the profile of the policy adds for each certificate.</summary>
internal static class ProfileChecks
{
    public static void Check(IReadOnlyList<Certificate> path, int index, PathContext context, List<Check> checks)
    {
        Certificate certificate = path[index];
        bool isTrusted = index == path.Count - 1;
        List<string> problems = [.. EssentialRules.Problems(certificate, index)];
        if (context.IsStrict)
        {
            problems.AddRange(Rfc5280Rules.Problems(certificate, isTrusted ? null : path[index + 1], index, context.IsWebPki));
        }

        if (context.IsWebPki)
        {
            problems.AddRange(WebPkiRules.Problems(certificate, index, isTrusted, context.Request.Purpose));
        }

        foreach (string problem in problems)
        {
            checks.Add(Pki.Check.Fail(CheckKind.Profile, index, VerificationFailure.Malformed, problem));
        }

        if (problems.Count == 0 && context.IsStrict)
        {
            checks.Add(
                Pki.Check.Pass(CheckKind.Profile, index,
                    context.IsWebPki ? "keeps RFC 5280 and the baseline requirements" : "keeps RFC 5280"));
        }
    }
}
