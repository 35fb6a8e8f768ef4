using Aksu.Pki.Paths;
using Aksu.Pki.Revocation;

namespace Aksu.Pki.Checks;

/// <summary>Whether certificates of a path that is good otherwise are revoked, as far as the policy wants to know.</summary>
internal static class RevocationChecks
{
    public static void Check(IReadOnlyList<Certificate> path, PathContext context, List<Check> checks)
    {
        RevocationPolicy policy = context.Policy.Revocation;
        if (policy.Mode == RevocationMode.Off || path.Count == 1)
        {
            return;
        }

        int last = policy.Scope == RevocationScope.Peer ? 0 : path.Count - 2;
        for (int index = 0; index <= last; index++)
        {
            checks.Add(Judge(Look(path, index, context), path[index], index, context));
        }
    }

    private static RevocationStatus Look(IReadOnlyList<Certificate> path, int index, PathContext context)
    {
        Certificate certificate = path[index];
        Certificate issuer = path[index + 1];
        var status = RevocationStatus.Unknown("the peer stapled no OCSP response");
        if (index == 0 && !context.Request.StapledOcspResponse.IsEmpty)
        {
            status = OcspEvaluation.Evaluate(context.Request.StapledOcspResponse.Span, certificate, issuer, context);
        }

        if (status.IsKnown || context.Policy.Revocation.Mode == RevocationMode.StapledOnly)
        {
            return status;
        }

        if (context.Request.Fetched.TryGetValue(certificate, out RevocationEvidence? fetched) && !fetched.OcspResponse.IsEmpty)
        {
            status = OcspEvaluation.Evaluate(fetched.OcspResponse.Span, certificate, issuer, context);
        }

        IEnumerable<CertificateRevocationList> lists = context.Policy.Revocation.Crls.Find(certificate.Issuer);
        lists = fetched?.Crl is { } list && list.Issuer.Equals(certificate.Issuer) ? lists.Prepend(list) : lists;
        foreach (CertificateRevocationList candidate in lists)
        {
            if (status.IsKnown)
            {
                break;
            }

            status = CrlEvaluation.Evaluate(candidate, certificate, issuer, context);
        }

        return status;
    }

    private static Check Judge(RevocationStatus status, Certificate certificate, int index, PathContext context)
    {
        if (status.IsKnown)
        {
            return status.IsRevoked
                ? Pki.Check.Fail(CheckKind.Revocation, index, VerificationFailure.Revoked, status.Detail)
                : Pki.Check.Pass(CheckKind.Revocation, index, status.Detail);
        }

        // RFC 7633 §4.2.3.1: the certificate itself demands a stapled response, of its server.
        if (index == 0 && certificate.MustStaple && context.Request.Purpose == CertificatePurpose.Server)
        {
            return Pki.Check.Fail(CheckKind.Revocation, index, VerificationFailure.RevocationUnknown,
                $"the certificate demands a stapled OCSP response that is good (must-staple), but {status.Detail}");
        }

        return context.Policy.Revocation.Mode == RevocationMode.Hard
            ? Pki.Check.Fail(CheckKind.Revocation, index, VerificationFailure.RevocationUnknown,
                $"whether it is revoked can't be known: {status.Detail}")
            : Pki.Check.Tolerate(CheckKind.Revocation, index, $"whether it is revoked is not known: {status.Detail}");
    }
}
