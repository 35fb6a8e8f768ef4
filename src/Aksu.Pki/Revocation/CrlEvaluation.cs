using Aksu.Pki.Paths;

namespace Aksu.Pki.Revocation;

/// <summary>
/// What a revocation list proves about a certificate (RFC 5280 §6.3.3), for complete lists of the certificate's own issuer.
/// </summary>
internal static class CrlEvaluation
{
    public static RevocationStatus Evaluate(CertificateRevocationList list, Certificate certificate, Certificate issuer,
        PathContext context)
    {
        if (Problem(list, certificate, issuer, context) is { } problem)
        {
            return RevocationStatus.Unknown("the issuer's revocation list can't be used: " + problem);
        }

        if (list.Find(certificate.SerialNumber.Span) is { } entry && entry.Reason != RevocationReason.RemoveFromCrl)
        {
            return RevocationStatus.Revoked(entry, "the issuer's revocation list");
        }

        return list.Content.DistributionPoint is { OnlySomeReasons: true }
            ? RevocationStatus.Unknown("the issuer's revocation list covers some reasons only")
            : RevocationStatus.Good("not on the issuer's revocation list");
    }

    private static string? Problem(CertificateRevocationList list, Certificate certificate, Certificate issuer, PathContext context)
    {
        CrlContent content = list.Content;
        if (content.UnhandledCritical is { } unknown)
        {
            return $"its extension {unknown} is critical and not understood";
        }

        if (content.IsDelta)
        {
            return "it is a delta list, which is not supported";
        }

        if (ScopeProblem(content, certificate) is { } scopeProblem)
        {
            return scopeProblem;
        }

        if (context.Time + context.Policy.Revocation.ClockTolerance < list.ThisUpdate)
        {
            return "it is from the future";
        }

        if (list.NextUpdate is not { } nextUpdate)
        {
            return "it does not say when the next one will come (RFC 5280 §5.1.2.5)";
        }

        if (context.Time.ToUnixTimeSeconds() > nextUpdate.ToUnixTimeSeconds())
        {
            return "it is out of date";
        }

        if (context.IsStrict && StrictProblem(content) is { } strictProblem)
        {
            return strictProblem;
        }

        // RFC 5280 §6.3.3 f.
        if (issuer.KeyUsage is { } usage && !usage.HasFlag(KeyUsage.CrlSign))
        {
            return "its issuer's key may not sign revocation lists (keyUsage without cRLSign)";
        }

        return content.SignatureIdentifier.Algorithm is { } algorithm
            && SignatureVerification.IsRight(issuer, algorithm, content.Tbs.Span, content.Signature.Span, context)
            ? null
            : "its signature is wrong, or made in a way that is weak or not supported";
    }

    private static string? ScopeProblem(CrlContent content, Certificate certificate)
    {
        if (content.DistributionPoint is not { } point)
        {
            return null;
        }

        if (point.IsIndirect || point.OnlyAttributes || (point.OnlyUsers && certificate.IsAuthority)
            || (point.OnlyAuthorities && !certificate.IsAuthority))
        {
            return "it is not about certificates of this kind";
        }

        // RFC 5280 §6.3.3 b 2: a list for one distribution point is about the certificates that name this point.
        bool isNamed = point.Locations is null
            || certificate.ExtensionSet.CrlLocations.Any(location => point.Locations.Any(other => other.Span.SequenceEqual(location.Span)));
        return isNamed ? null : "it is for a distribution point that the certificate does not name";
    }

    private static string? StrictProblem(CrlContent content)
    {
        if (content.Version != 2)
        {
            return "it is not of version 2 (RFC 5280 §5.1.2.1)";
        }

        if (content.Number is null || content.IsNumberCritical)
        {
            return "it has no number, or one that is critical (RFC 5280 §5.2.3)";
        }

        if (content.Number is { } number && ((number.Span[0] & 0x80) != 0 || number.Length > 20))
        {
            return "its number is negative or longer than 20 octets (RFC 5280 §5.2.3)";
        }

        if (!content.HasAuthorityKeyIdentifier)
        {
            return "it has no authorityKeyIdentifier (RFC 5280 §5.2.1)";
        }

        return content.HasTimeInWrongForm ? "it writes a date before 2050 as GeneralizedTime (RFC 5280 §5.1.2.4)" : null;
    }
}
