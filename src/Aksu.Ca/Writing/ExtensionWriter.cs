using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Pki;

namespace Aksu.Ca.Writing;

/// <summary>Writes the extensions of a certificate (RFC 5280 §4.2).</summary>
internal static class ExtensionWriter
{
    private static readonly (ExtendedKeyUsage Usage, string Oid)[] Purposes =
    [
        (ExtendedKeyUsage.ServerAuth, "1.3.6.1.5.5.7.3.1"),
        (ExtendedKeyUsage.ClientAuth, "1.3.6.1.5.5.7.3.2"),
        (ExtendedKeyUsage.CodeSigning, "1.3.6.1.5.5.7.3.3"),
        (ExtendedKeyUsage.EmailProtection, "1.3.6.1.5.5.7.3.4"),
        (ExtendedKeyUsage.TimeStamping, "1.3.6.1.5.5.7.3.8"),
        (ExtendedKeyUsage.OcspSigning, "1.3.6.1.5.5.7.3.9"),
        (ExtendedKeyUsage.Any, "2.5.29.37.0"),
    ];

    /// <summary>The extensions in order, with the template's overrides applied.</summary>
    public static List<ExtensionTemplate> Collect(CertificateTemplate template, ReadOnlySpan<byte> subjectPublicKeyInfo,
        ReadOnlyMemory<byte>? authorityKeyIdentifier)
    {
        var extensions = new List<ExtensionTemplate>();
        if (template.BasicConstraints is { } constraints)
        {
            extensions.Add(new ExtensionTemplate("2.5.29.19", true, WriteBasicConstraints(constraints)));
        }

        if (template.KeyUsage is { } usage)
        {
            extensions.Add(new ExtensionTemplate("2.5.29.15", true, WriteKeyUsage(usage)));
        }

        if (template.ExtendedKeyUsage is { } purposes)
        {
            extensions.Add(new ExtensionTemplate("2.5.29.37", false, WritePurposes(purposes)));
        }

        if (template.Names.Count > 0)
        {
            const int EmptySequenceLength = 2;
            extensions.Add(new ExtensionTemplate("2.5.29.17", template.Subject.Length == EmptySequenceLength, WriteNames(template.Names)));
        }

        extensions.Add(new ExtensionTemplate("2.5.29.14", false, WriteOctets(KeyIdentifier(subjectPublicKeyInfo), null)));
        if (authorityKeyIdentifier is { } authority)
        {
            extensions.Add(new ExtensionTemplate("2.5.29.35", false, WriteAuthorityKeyIdentifier(authority.Span)));
        }

        AddServices(template, extensions);
        foreach (ExtensionTemplate replacement in template.Overrides)
        {
            extensions.RemoveAll(extension => extension.Oid == replacement.Oid);
            if (replacement.Value is not null)
            {
                extensions.Add(replacement);
            }
        }

        return extensions;
    }

    public static void Write(AsnWriter writer, List<ExtensionTemplate> extensions)
    {
        using (writer.PushSequence())
        {
            foreach (ExtensionTemplate extension in extensions)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(extension.Oid);
                    if (extension.IsCritical)
                    {
                        writer.WriteBoolean(true);
                    }

                    writer.WriteOctetString(extension.Value);
                }
            }
        }
    }

    /// <summary>RFC 7093 §2 method 1: the left-most 160 bits of SHA-256 over the key's bits.</summary>
    public static byte[] KeyIdentifier(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        const int Length = 20;
        return SHA256.HashData(KeyBits(subjectPublicKeyInfo))[..Length];
    }

    /// <summary>The content of the BIT STRING in a SubjectPublicKeyInfo.</summary>
    public static byte[] KeyBits(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        AsnReader info = new AsnReader(subjectPublicKeyInfo.ToArray(), AsnEncodingRules.DER).ReadSequence();
        info.ReadEncodedValue();
        return info.ReadBitString(out _);
    }

    public static byte[] WriteAuthorityKeyIdentifier(ReadOnlySpan<byte> keyIdentifier)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteOctetString(keyIdentifier, Tags.Primitive(0));
        }

        return writer.Encode();
    }

    public static byte[] WriteNames(IReadOnlyList<SubjectAlternativeName> names)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (SubjectAlternativeName name in names)
            {
                if (name.Address is { } address)
                {
                    writer.WriteOctetString(address.GetAddressBytes(), Tags.Primitive((int)name.Kind));
                }
                else
                {
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, name.Text, Tags.Primitive((int)name.Kind));
                }
            }
        }

        return writer.Encode();
    }

    private static void AddServices(CertificateTemplate template, List<ExtensionTemplate> extensions)
    {
        if (template.OcspLocation is { } ocsp)
        {
            extensions.Add(new ExtensionTemplate("1.3.6.1.5.5.7.1.1", false, WriteOcspLocation(ocsp)));
        }

        if (template.CrlLocation is { } crl)
        {
            extensions.Add(new ExtensionTemplate("2.5.29.31", false, WriteCrlLocation(crl)));
        }

        if (template.MustStaple)
        {
            // RFC 7633: SEQUENCE { 5 (status_request) }.
            extensions.Add(new ExtensionTemplate("1.3.6.1.5.5.7.1.24", false, [0x30, 0x03, 0x02, 0x01, 0x05]));
        }

        if (template.IsOcspNoCheck)
        {
            // RFC 6960 §4.2.2.2.1: NULL.
            extensions.Add(new ExtensionTemplate("1.3.6.1.5.5.7.48.1.5", false, [0x05, 0x00]));
        }
    }

    private static byte[] WriteBasicConstraints(BasicConstraints constraints)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            if (constraints.IsAuthority)
            {
                writer.WriteBoolean(true);
            }

            if (constraints.PathLength is { } length)
            {
                writer.WriteInteger(length);
            }
        }

        return writer.Encode();
    }

    private static byte[] WriteKeyUsage(KeyUsage usage)
    {
        // The enumeration's bit n is the named bit n, which ASN.1 counts from the most significant one.
        const int Bits = 9;
        byte[] bits = new byte[2];
        int last = 0;
        for (int i = 0; i < Bits; i++)
        {
            if (((int)usage & (1 << i)) != 0)
            {
                bits[i / 8] |= (byte)(0x80 >> (i % 8));
                last = i;
            }
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteBitString(bits.AsSpan(0, last / 8 + 1), 7 - (last % 8));
        return writer.Encode();
    }

    private static byte[] WritePurposes(ExtendedKeyUsage purposes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach ((ExtendedKeyUsage usage, string oid) in Purposes)
            {
                if (purposes.HasFlag(usage))
                {
                    writer.WriteObjectIdentifier(oid);
                }
            }
        }

        return writer.Encode();
    }

    private static byte[] WriteOcspLocation(string location)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.3.6.1.5.5.7.48.1");
            writer.WriteCharacterString(UniversalTagNumber.IA5String, location, Tags.Primitive((int)GeneralNameKind.Uri));
        }

        return writer.Encode();
    }

    private static byte[] WriteCrlLocation(string location)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence(Tags.Constructed(0)))
        using (writer.PushSequence(Tags.Constructed(0)))
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, location, Tags.Primitive((int)GeneralNameKind.Uri));
        }

        return writer.Encode();
    }

    private static byte[] WriteOctets(ReadOnlySpan<byte> octets, Asn1Tag? tag)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(octets, tag);
        return writer.Encode();
    }
}
