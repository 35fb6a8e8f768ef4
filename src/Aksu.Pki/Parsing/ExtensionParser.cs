using System.Formats.Asn1;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.Parsing;

/// <summary>
/// Reads a certificate's extensions (RFC 5280 §4.2); each known one to its last byte, so that a malformed one can't pass unseen.
/// </summary>
internal static class ExtensionParser
{
    /// <summary>More extensions than any certificate has; the check for duplicates is quadratic.</summary>
    private const int MaxExtensions = 100;

    private delegate void Reader(ref DerReader value, ExtensionSet set, DerSlices slices);

    public static ExtensionSet Read(DerReader list, DerSlices slices)
    {
        CertificateExtension[] all = ReadList(list, slices);
        var set = new ExtensionSet { All = all };
        foreach (CertificateExtension extension in all)
        {
            if (Find(extension.OidBytes.Span) is { } read)
            {
                var value = new DerReader(extension.Value.Span);
                read(ref value, set, slices);
                value.ThrowIfNotEmpty();
            }
            else if (extension.IsCritical)
            {
                set.UnhandledCritical ??= extension;
            }
        }

        // RFC 5280 §4.2.1.4: the qualifiers of a critical extension are understood, or the certificate is refused.
        if (set.HasUnknownPolicyQualifier && set.Find(Oids.CertificatePolicies) is { IsCritical: true } policies)
        {
            set.UnhandledCritical ??= policies;
        }

        return set;
    }

    /// <summary>Extensions ::= SEQUENCE SIZE (1..MAX) OF Extension, none twice (RFC 5280 §4.2).</summary>
    public static CertificateExtension[] ReadList(DerReader list, DerSlices slices)
    {
        var found = new List<CertificateExtension>(12);
        while (!list.IsEmpty)
        {
            DerReader extension = list.ReadSequence();
            ReadOnlySpan<byte> oid = extension.ReadOid();

            // DER leaves out the default FALSE; certificates that spell it out are common enough to be read.
            bool isCritical = extension.NextIs(Asn1Tag.Boolean) && extension.ReadBoolean();
            ReadOnlySpan<byte> value = extension.ReadOctetString();
            extension.ThrowIfNotEmpty();
            foreach (CertificateExtension earlier in found)
            {
                if (earlier.OidBytes.Span.SequenceEqual(oid))
                {
                    throw new MalformedDerException("the extension " + Oids.ToText(oid) + " occurs twice");
                }
            }

            found.Add(new CertificateExtension(slices.Of(oid), isCritical, slices.Of(value)));
            if (found.Count > MaxExtensions)
            {
                throw new MalformedDerException("there are too many extensions");
            }
        }

        return found.Count > 0 ? [.. found] : throw new MalformedDerException("the list of extensions is empty");
    }

    private static Reader? Find(ReadOnlySpan<byte> oid)
    {
        if (oid.Length == 3 && oid[0] == 0x55 && oid[1] == 0x1D)
        {
            return oid[2] switch
            {
                0x0E => ReadSubjectKeyIdentifier,
                0x0F => ReadKeyUsage,
                0x11 => ReadSubjectAltName,
                0x12 => ReadIssuerAltName,
                0x13 => ReadBasicConstraints,
                0x1E => ReadNameConstraints,
                0x1F => ReadCrlDistributionPoints,
                0x20 => PolicyExtensionParser.ReadPolicies,
                0x21 => PolicyExtensionParser.ReadMappings,
                0x23 => ReadAuthorityKeyIdentifier,
                0x24 => PolicyExtensionParser.ReadConstraints,
                0x25 => ReadExtendedKeyUsage,
                0x36 => PolicyExtensionParser.ReadInhibitAny,
                _ => null,
            };
        }

        if (oid.SequenceEqual(Oids.AuthorityInfoAccess))
        {
            return ReadAuthorityInfoAccess;
        }

        if (oid.SequenceEqual(Oids.TlsFeature))
        {
            return ReadTlsFeature;
        }

        if (oid.SequenceEqual(Oids.SctList))
        {
            return static (ref value, set, slices) => set.SctList = slices.Of(value.ReadOctetString());
        }

        if (oid.SequenceEqual(Oids.OcspNoCheck))
        {
            return static (ref value, set, _) =>
            {
                value.ReadNull();
                set.IsOcspNoCheck = true;
            };
        }

        if (oid.SequenceEqual(Oids.PrecertificatePoison))
        {
            return static (ref value, set, _) =>
            {
                value.ReadNull();
                set.IsPrecertificate = true;
            };
        }

        return null;
    }

    private static void ReadSubjectKeyIdentifier(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        ReadOnlySpan<byte> identifier = value.ReadOctetString();
        set.SubjectKeyIdentifier = identifier.IsEmpty
            ? throw new MalformedDerException("a key identifier is empty")
            : slices.Of(identifier);
    }

    private static void ReadAuthorityKeyIdentifier(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        DerReader fields = value.ReadSequence();
        ReadOnlyMemory<byte> keyIdentifier = default;
        bool hasIssuer = false;
        ReadOnlyMemory<byte> serialNumber = default;
        if (fields.NextIs(ContextTag.Primitive(0)))
        {
            keyIdentifier = slices.Of(fields.ReadOctetString(ContextTag.Primitive(0)));
        }

        if (fields.NextIs(ContextTag.Constructed(1)))
        {
            GeneralNameParser.ReadMany(fields.ReadSequence(ContextTag.Constructed(1)), slices);
            hasIssuer = true;
        }

        if (fields.NextIs(ContextTag.Primitive(2)))
        {
            serialNumber = slices.Of(fields.ReadInteger(ContextTag.Primitive(2)));
        }

        fields.ThrowIfNotEmpty();
        set.AuthorityKeyIdentifier = new AuthorityKeyIdentifier(keyIdentifier, hasIssuer, serialNumber);
    }

    private static void ReadKeyUsage(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        ReadOnlySpan<byte> bits = value.ReadBitString(out _);
        int usage = 0;
        for (int i = 0; i < bits.Length * 8; i++)
        {
            if ((bits[i / 8] & (0x80 >> (i % 8))) != 0)
            {
                usage |= i <= 8 ? 1 << i : throw new MalformedDerException("keyUsage has unknown bits");
            }
        }

        // RFC 5280 §4.2.1.3: at least one of the bits must be set.
        set.KeyUsage = usage != 0 ? (KeyUsage)usage : throw new MalformedDerException("keyUsage allows nothing");
    }

    private static void ReadExtendedKeyUsage(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        DerReader purposes = value.ReadSequence();
        ExtendedKeyUsage usage = ExtendedKeyUsage.None;
        while (!purposes.IsEmpty)
        {
            usage |= Purpose(purposes.ReadOid());
        }

        set.ExtendedKeyUsage = usage != ExtendedKeyUsage.None ? usage : throw new MalformedDerException("extKeyUsage is empty");
    }

    private static ExtendedKeyUsage Purpose(ReadOnlySpan<byte> oid)
    {
        if (oid.SequenceEqual(Oids.AnyExtendedKeyUsage))
        {
            return ExtendedKeyUsage.Any;
        }

        if (oid.Length != Oids.ServerAuth.Length || !oid[..^1].SequenceEqual(Oids.ServerAuth[..^1]))
        {
            return ExtendedKeyUsage.Other;
        }

        return oid[^1] switch
        {
            1 => ExtendedKeyUsage.ServerAuth,
            2 => ExtendedKeyUsage.ClientAuth,
            3 => ExtendedKeyUsage.CodeSigning,
            4 => ExtendedKeyUsage.EmailProtection,
            8 => ExtendedKeyUsage.TimeStamping,
            9 => ExtendedKeyUsage.OcspSigning,
            _ => ExtendedKeyUsage.Other,
        };
    }

    private static void ReadSubjectAltName(ref DerReader value, ExtensionSet set, DerSlices slices) =>
        set.SubjectAlternativeNames = GeneralNameParser.ReadMany(value.ReadSequence(), slices);

    private static void ReadIssuerAltName(ref DerReader value, ExtensionSet set, DerSlices slices) =>
        GeneralNameParser.ReadMany(value.ReadSequence(), slices);

    private static void ReadBasicConstraints(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        DerReader fields = value.ReadSequence();
        bool isAuthority = fields.NextIs(Asn1Tag.Boolean) && fields.ReadBoolean();
        int? pathLength = fields.IsEmpty ? null : fields.ReadNonNegative();
        fields.ThrowIfNotEmpty();
        set.BasicConstraints = new BasicConstraints(isAuthority, pathLength);
    }

    private static void ReadNameConstraints(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        DerReader fields = value.ReadSequence();
        GeneralName[] permitted = ReadSubtrees(ref fields, 0, slices);
        GeneralName[] excluded = ReadSubtrees(ref fields, 1, slices);
        fields.ThrowIfNotEmpty();

        // RFC 5280 §4.2.1.10: one of the two must be present.
        set.NameConstraints = permitted.Length + excluded.Length > 0
            ? new NameConstraints(permitted, excluded)
            : throw new MalformedDerException("nameConstraints is empty");
    }

    private static GeneralName[] ReadSubtrees(ref DerReader fields, int tag, DerSlices slices)
    {
        if (!fields.NextIs(ContextTag.Constructed(tag)))
        {
            return [];
        }

        var found = new List<GeneralName>(4);
        DerReader subtrees = fields.ReadSequence(ContextTag.Constructed(tag));
        while (!subtrees.IsEmpty)
        {
            DerReader subtree = subtrees.ReadSequence();
            found.Add(GeneralNameParser.Read(ref subtree, slices, GeneralNameParser.AddressForm.WithMask));

            // RFC 5280 §4.2.1.10: minimum is zero and maximum absent.
            if (subtree.NextIs(ContextTag.Primitive(0)) && subtree.ReadNonNegative(ContextTag.Primitive(0)) != 0)
            {
                throw new MalformedDerException("a name constraint has a minimum");
            }

            subtree.ThrowIfNotEmpty();
        }

        return found.Count > 0 ? [.. found] : throw new MalformedDerException("a list of name constraints is empty");
    }

    private static void ReadCrlDistributionPoints(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        DerReader points = value.ReadSequence();
        var locations = new List<ReadOnlyMemory<byte>>();
        if (points.IsEmpty)
        {
            throw new MalformedDerException("cRLDistributionPoints is empty");
        }

        while (!points.IsEmpty)
        {
            DistributionPointParser.Read(points.ReadSequence(), slices, locations);
        }

        set.CrlLocations = [.. locations];
    }

    private static void ReadAuthorityInfoAccess(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        DerReader descriptions = value.ReadSequence();
        var responders = new List<ReadOnlyMemory<byte>>();
        var issuers = new List<ReadOnlyMemory<byte>>();
        if (descriptions.IsEmpty)
        {
            throw new MalformedDerException("authorityInfoAccess is empty");
        }

        while (!descriptions.IsEmpty)
        {
            DerReader description = descriptions.ReadSequence();
            ReadOnlySpan<byte> method = description.ReadOid();
            GeneralName location = GeneralNameParser.Read(ref description, slices, GeneralNameParser.AddressForm.Single);
            description.ThrowIfNotEmpty();
            if (location.Kind == GeneralNameKind.Uri && method.SequenceEqual(Oids.Ocsp))
            {
                responders.Add(location.Value);
            }
            else if (location.Kind == GeneralNameKind.Uri && method.SequenceEqual(Oids.CaIssuers))
            {
                issuers.Add(location.Value);
            }
        }

        set.OcspLocations = [.. responders];
        set.IssuerLocations = [.. issuers];
    }

    /// <summary>RFC 7633: a list of TLS extension numbers; status_request (5) means that a response must be stapled.</summary>
    private static void ReadTlsFeature(ref DerReader value, ExtensionSet set, DerSlices slices)
    {
        const int StatusRequest = 5;
        const int StatusRequestV2 = 17;
        DerReader features = value.ReadSequence();
        while (!features.IsEmpty)
        {
            set.MustStaple |= features.ReadNonNegative() is StatusRequest or StatusRequestV2;
        }
    }
}
