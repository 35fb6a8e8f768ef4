namespace Aksu.Pki.Checks;

/// <summary>Rules for issuers that hold in every profile, because a certificate that breaks them has no clear meaning.</summary>
internal static class EssentialRules
{
    public static IEnumerable<string> Problems(Certificate certificate, int index)
    {
        if (certificate.Issuer.IsEmpty)
        {
            yield return "has an empty issuer (RFC 5280 §4.1.2.4)";
        }

        if (index > 0 && certificate.Subject.IsEmpty)
        {
            yield return "is an authority with an empty subject (RFC 5280 §4.1.2.6)";
        }

        if (certificate.NameConstraints is not null && !certificate.IsAuthority)
        {
            yield return "has name constraints but is no authority (RFC 5280 §4.2.1.10)";
        }
    }
}
