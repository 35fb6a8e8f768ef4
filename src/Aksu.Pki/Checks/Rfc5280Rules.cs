using Aksu.Pki.Asn1;
using Aksu.Pki.Names;
using Aksu.Pki.Parsing;

namespace Aksu.Pki.Checks;

/// <summary>What RFC 5280 demands of the issuer of a certificate.</summary>
internal static class Rfc5280Rules
{
    private const int MaxSerialNumberLength = 20;

    /// <param name="certificate">The certificate to judge.</param>
    /// <param name="issuer">The one above it in the path; null for the trusted one.</param>
    /// <param name="index">Its place in the path.</param>
    /// <param name="allowNonCriticalNameConstraints">Whether the profile makes an exception for these.</param>
    public static IEnumerable<string> Problems(
        Certificate certificate, Certificate? issuer, int index, bool allowNonCriticalNameConstraints)
    {
        ReadOnlyMemory<byte> serial = certificate.SerialNumber;
        if (serial.Length > MaxSerialNumberLength)
        {
            yield return "has a serial number of more than 20 octets (RFC 5280 §4.1.2.2)";
        }

        if (serial.Span[0] >= 0x80 || (serial.Length == 1 && serial.Span[0] == 0))
        {
            yield return "has a serial number that is not positive (RFC 5280 §4.1.2.2)";
        }

        if (certificate.HasTimeInWrongForm)
        {
            yield return "writes a date before 2050 as GeneralizedTime (RFC 5280 §4.1.2.5)";
        }

        if (certificate.HasUniqueIdentifier)
        {
            yield return "has a unique identifier (RFC 5280 §4.1.2.8)";
        }

        IEnumerable<string> rest =
        [
            .. Criticality(certificate.ExtensionSet, allowNonCriticalNameConstraints),
            .. KeyIdentifiers(certificate, issuer),
            .. Authority(certificate, index),
            .. Names(certificate),
        ];
        foreach (string problem in rest)
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Criticality(ExtensionSet extensions, bool allowNonCriticalNameConstraints)
    {
        (byte[] Oid, string Problem)[] neverCritical =
        [
            ([.. Oids.AuthorityKeyIdentifier], "authorityKeyIdentifier is critical (RFC 5280 §4.2.1.1)"),
            ([.. Oids.SubjectKeyIdentifier], "subjectKeyIdentifier is critical (RFC 5280 §4.2.1.2)"),
            ([.. Oids.FreshestCrl], "freshestCRL is critical (RFC 5280 §4.2.1.15)"),
            ([.. Oids.AuthorityInfoAccess], "authorityInfoAccess is critical (RFC 5280 §4.2.2.1)"),
            ([.. Oids.SubjectInfoAccess], "subjectInfoAccess is critical (RFC 5280 §4.2.2.2)"),
        ];
        (byte[] Oid, string Problem)[] alwaysCritical =
        [
            ([.. Oids.NameConstraints], "nameConstraints is not critical (RFC 5280 §4.2.1.10)"),
            ([.. Oids.PolicyConstraints], "policyConstraints is not critical (RFC 5280 §4.2.1.11)"),
            ([.. Oids.InhibitAnyPolicy], "inhibitAnyPolicy is not critical (RFC 5280 §4.2.1.14)"),
        ];
        foreach ((byte[] oid, string problem) in neverCritical)
        {
            if (extensions.Find(oid) is { IsCritical: true })
            {
                yield return problem;
            }
        }

        foreach ((byte[] oid, string problem) in alwaysCritical)
        {
            bool isExcepted = allowNonCriticalNameConstraints && Oids.NameConstraints.SequenceEqual(oid);
            if (!isExcepted && extensions.Find(oid) is { IsCritical: false })
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> KeyIdentifiers(Certificate certificate, Certificate? issuer)
    {
        // RFC 5280 §4.2.1.1: only a certificate that distributes a key in self-signed form may leave it out.
        bool isSelfSigned = issuer is null && certificate.IsSelfIssued;
        if (!isSelfSigned && certificate.AuthorityKeyIdentifier is not { KeyIdentifier.Length: > 0 })
        {
            yield return "has no authorityKeyIdentifier with a key identifier (RFC 5280 §4.2.1.1)";
        }

        if (certificate.AuthorityKeyIdentifier is { KeyIdentifier.Length: > 0 } wanted
            && issuer?.SubjectKeyIdentifier is { } offered
            && !wanted.KeyIdentifier.Span.SequenceEqual(offered.Span))
        {
            yield return "has an authorityKeyIdentifier that is not its issuer's subjectKeyIdentifier (RFC 5280 §4.2.1.2)";
        }

        if (certificate.IsAuthority && certificate.SubjectKeyIdentifier is null)
        {
            yield return "is an authority without a subjectKeyIdentifier (RFC 5280 §4.2.1.2)";
        }
    }

    private static IEnumerable<string> Authority(Certificate certificate, int index)
    {
        bool maySign = certificate.KeyUsage is { } usage && usage.HasFlag(KeyUsage.KeyCertSign);
        if (certificate.IsAuthority && index > 0 && certificate.ExtensionSet.Find(Oids.BasicConstraints) is { IsCritical: false })
        {
            yield return "is an authority whose basicConstraints is not critical (RFC 5280 §4.2.1.9)";
        }

        if (maySign && !certificate.IsAuthority)
        {
            yield return "may sign certificates (keyCertSign) without being an authority (RFC 5280 §4.2.1.3)";
        }

        if (certificate.BasicConstraints is { PathLength: not null } && !(certificate.IsAuthority && maySign))
        {
            yield return "limits the path length without being an authority that may sign certificates (RFC 5280 §4.2.1.9)";
        }
    }

    private static IEnumerable<string> Names(Certificate certificate)
    {
        CertificateExtension? names = certificate.ExtensionSet.Find(Oids.SubjectAltName);
        if (certificate.Subject.IsEmpty && names is not { IsCritical: true })
        {
            yield return "has an empty subject and no critical subjectAltName (RFC 5280 §4.2.1.6)";
        }

        foreach (GeneralName name in certificate.SubjectAlternativeNames)
        {
            bool isFine = name.Kind switch
            {
                GeneralNameKind.Dns => DnsNameRules.IsPattern(name.Value.Span, allowUnderscore: false),
                GeneralNameKind.Email => Mailbox.TryParse(name.Value.Span, out _),
                GeneralNameKind.Uri => name.Value.Span.IndexOf((byte)':') > 0,
                _ => true,
            };
            if (!isFine)
            {
                yield return $"has a malformed subject alternative name, {name} (RFC 5280 §4.2.1.6)";
                yield break;
            }
        }
    }
}
