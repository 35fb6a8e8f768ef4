using System.Net;
using Aksu.Pki.Asn1;
using Aksu.Pki.Names;

namespace Aksu.Pki.Checks;

/// <summary>
/// What the CA/Browser Forum's baseline requirements for TLS server certificates (BR) add to RFC 5280 and clients can see.
/// </summary>
internal static class WebPkiRules
{
    public static IEnumerable<string> Problems(Certificate certificate, int index, bool isTrusted, CertificatePurpose purpose)
    {
        IEnumerable<string> own = index == 0
            ? [.. Subscriber(certificate, purpose), .. Names(certificate, purpose), .. CommonName(certificate)]
            : isTrusted && certificate.IsSelfIssued ? Root(certificate) : [];
        return [.. KeyIdentifiers(certificate, isTrusted), .. own];
    }

    /// <summary>BR §7.1.2.1.3 and §7.1.2.11.1.</summary>
    private static IEnumerable<string> KeyIdentifiers(Certificate certificate, bool isTrusted)
    {
        if (certificate.AuthorityKeyIdentifier is not { } identifier)
        {
            yield break;
        }

        if (identifier.KeyIdentifier.IsEmpty)
        {
            yield return "authorityKeyIdentifier has no key identifier (BR §7.1.2.11.1)";
        }

        if (identifier.HasIssuer || !identifier.SerialNumber.IsEmpty)
        {
            yield return "authorityKeyIdentifier names the issuer or its serial number (BR §7.1.2.11.1)";
        }

        bool isRoot = isTrusted && certificate.IsSelfIssued;
        if (isRoot && certificate.SubjectKeyIdentifier is { } own && !own.Span.SequenceEqual(identifier.KeyIdentifier.Span))
        {
            yield return "is a root whose authorityKeyIdentifier is not its subjectKeyIdentifier (BR §7.1.2.1.3)";
        }
    }

    private static IEnumerable<string> Root(Certificate certificate)
    {
        if (certificate.ExtendedKeyUsage is not null)
        {
            yield return "is a root with extKeyUsage (BR §7.1.2.1.2)";
        }
    }

    private static IEnumerable<string> Subscriber(Certificate certificate, CertificatePurpose purpose)
    {
        if (certificate.Version != 3)
        {
            yield return "is not of version 3 (BR §7.1.1)";
        }

        if (certificate.IsAuthority)
        {
            yield return "is an authority, where a subscriber's certificate must stand (BR §7.1.2.7.8)";
        }

        if (certificate.KeyUsage is { } usage && (usage & (KeyUsage.KeyCertSign | KeyUsage.CrlSign)) != 0)
        {
            yield return "may sign certificates or revocation lists (BR §7.1.2.7.11)";
        }

        const ExtendedKeyUsage Forbidden = ExtendedKeyUsage.Any | ExtendedKeyUsage.CodeSigning | ExtendedKeyUsage.EmailProtection
            | ExtendedKeyUsage.TimeStamping | ExtendedKeyUsage.OcspSigning;
        if (certificate.ExtendedKeyUsage is not { } purposes)
        {
            yield return "has no extKeyUsage (BR §7.1.2.7.6)";
        }
        else if ((purposes & Forbidden) != 0)
        {
            yield return $"has an extKeyUsage that is not for TLS, {purposes & Forbidden} (BR §7.1.2.7.10)";
        }

        if (certificate.ExtensionSet.Find(Oids.ExtendedKeyUsage) is { IsCritical: true })
        {
            yield return "extKeyUsage is critical (BR §7.1.2.7.6)";
        }

        CertificateExtension? names = certificate.ExtensionSet.Find(Oids.SubjectAltName);
        if (names is null && purpose == CertificatePurpose.Server)
        {
            yield return "has no subjectAltName (BR §7.1.2.7.12)";
        }

        if (names is { IsCritical: true } && !certificate.Subject.IsEmpty)
        {
            yield return "subjectAltName is critical though there is a subject (BR §7.1.2.7.12)";
        }
    }

    /// <summary>BR §7.1.2.7.12: DNS names and addresses only.</summary>
    private static IEnumerable<string> Names(Certificate certificate, CertificatePurpose purpose)
    {
        if (purpose != CertificatePurpose.Server)
        {
            yield break;
        }

        foreach (GeneralName name in certificate.SubjectAlternativeNames)
        {
            if (name.Kind is not (GeneralNameKind.Dns or GeneralNameKind.IpAddress))
            {
                yield return $"has a subject alternative name that is neither DNS name nor address, {name} (BR §7.1.2.7.12)";
                yield break;
            }
        }
    }

    /// <summary>BR §7.1.4.3: at most one common name, and that is a copy of a subject alternative name.</summary>
    private static IEnumerable<string> CommonName(Certificate certificate)
    {
        List<string> commonNames = DistinguishedNameText.All(certificate.Subject.Der.Span, Oids.CommonName);
        if (commonNames.Count > 1)
        {
            yield return "has several common names (BR §7.1.4.3)";
        }
        else if (commonNames is [var commonName] && !certificate.SubjectAlternativeNames.Any(name => IsCopy(commonName, name))
            && !IsOutsideTheWeb(commonName, certificate.SubjectAlternativeNames))
        {
            yield return "has a common name that is not a copy of one of its subject alternative names (BR §7.1.4.3)";
        }
    }

    /// <summary>
    /// No public authority may certify localhost or a private address (BR §4.2.2), so these requirements say nothing about what else stands
    /// in such a certificate. A common name that is meant as one of these names is held to the rule all the same.
    /// </summary>
    private static bool IsOutsideTheWeb(string commonName, IReadOnlyList<GeneralName> names) =>
        names.Count > 0 && names.All(InternalNames.IsInternal)
        && commonName.Contains('.', StringComparison.Ordinal) && !IPAddress.TryParse(commonName, out _);

    private static bool IsCopy(string commonName, GeneralName name) => name.Kind switch
    {
        // A wildcard name is validated by its base domain (BR §3.2.2.6), so naming that domain claims nothing more.
        GeneralNameKind.Dns => string.Equals(commonName, name.Ascii(), StringComparison.Ordinal)
            || string.Equals("*." + commonName, name.Ascii(), StringComparison.Ordinal),

        // IPAddress writes IPv6 addresses as RFC 5952 §4 wants them.
        GeneralNameKind.IpAddress => string.Equals(commonName, new IPAddress(name.Value.Span).ToString(), StringComparison.Ordinal),
        _ => false,
    };
}
