using Aksu.Pki.Asn1;
using Aksu.Pki.Signatures;

namespace Aksu.Pki.Parsing;

/// <summary>Reads Certificate (RFC 5280 §4.1), each byte of it.</summary>
internal static class CertificateParser
{
    public static CertificateContent Read(ReadOnlyMemory<byte> der)
    {
        var slices = new DerSlices(der);
        var outer = new DerReader(der.Span);
        DerReader certificate = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        ReadOnlySpan<byte> tbs = certificate.ReadEncoded();
        ReadOnlySpan<byte> signatureAlgorithm = certificate.ReadEncoded();
        ReadOnlySpan<byte> signature = certificate.ReadOctetsInBitString();
        certificate.ThrowIfNotEmpty();

        DerReader fields = new DerReader(tbs).ReadSequence();
        int version = ReadVersion(ref fields);
        ReadOnlySpan<byte> serialNumber = fields.ReadInteger();
        ReadOnlySpan<byte> innerAlgorithm = fields.ReadEncoded();
        if (!innerAlgorithm.SequenceEqual(signatureAlgorithm))
        {
            throw new MalformedDerException("the two signature algorithm fields differ (RFC 5280 §4.1.1.2)");
        }

        ReadOnlySpan<byte> issuer = ReadName(ref fields);
        DerReader validity = fields.ReadSequence();
        DateTimeOffset notBefore = validity.ReadTime(out bool notBeforeIsGeneralized);
        DateTimeOffset notAfter = validity.ReadTime(out bool notAfterIsGeneralized);
        validity.ThrowIfNotEmpty();
        ReadOnlySpan<byte> subject = ReadName(ref fields);
        PublicKeyInfo publicKey = PublicKeyInfo.Read(slices.Of(fields.ReadEncoded()));
        ExtensionSet extensions = ReadTail(ref fields, version, slices, out bool hasUniqueIdentifier);
        fields.ThrowIfNotEmpty();
        return new CertificateContent
        {
            Tbs = slices.Of(tbs),
            SignatureIdentifier = SignatureIdentifier.Read(signatureAlgorithm),
            Signature = slices.Of(signature),
            Version = version,
            SerialNumber = slices.Of(serialNumber),
            Issuer = new DistinguishedName(slices.Of(issuer)),
            NotBefore = notBefore,
            NotAfter = notAfter,
            Subject = issuer.SequenceEqual(subject) ? null : new DistinguishedName(slices.Of(subject)),
            PublicKey = publicKey,
            Extensions = extensions,

            // RFC 5280 §4.1.2.5: dates through 2049 must be UTCTime.
            HasTimeInWrongForm = (notBeforeIsGeneralized && notBefore.Year is >= 1950 and < 2050)
                || (notAfterIsGeneralized && notAfter.Year is >= 1950 and < 2050),
            HasUniqueIdentifier = hasUniqueIdentifier,
        };
    }

    /// <summary>The subject's Name, and nothing else: whether the rest is a certificate is for <see cref="Read"/> to say.</summary>
    public static ReadOnlySpan<byte> ReadSubject(ReadOnlySpan<byte> der)
    {
        const int FieldsBefore = 4; // serialNumber, signature, issuer, validity
        DerReader fields = new DerReader(der).ReadSequence().ReadSequence();
        for (int i = fields.NextIs(ContextTag.Constructed(0)) ? -1 : 0; i < FieldsBefore; i++)
        {
            fields.ReadEncoded();
        }

        return fields.ReadEncoded();
    }

    private static int ReadVersion(ref DerReader fields)
    {
        if (!fields.NextIs(ContextTag.Constructed(0)))
        {
            return 1;
        }

        DerReader wrapper = fields.ReadSequence(ContextTag.Constructed(0));
        int version = wrapper.ReadNonNegative();
        wrapper.ThrowIfNotEmpty();
        return version is 1 or 2 ? version + 1 : throw new MalformedDerException("the certificate has an unknown version");
    }

    private static ReadOnlySpan<byte> ReadName(ref DerReader fields)
    {
        ReadOnlySpan<byte> name = fields.ReadEncoded();
        DistinguishedName.Validate(name);
        return name;
    }

    private static ExtensionSet ReadTail(ref DerReader fields, int version, DerSlices slices, out bool hasUniqueIdentifier)
    {
        hasUniqueIdentifier = false;
        for (int tag = 1; tag <= 2; tag++)
        {
            if (version > 1 && fields.NextIs(ContextTag.Primitive(tag)))
            {
                fields.ReadBitString(out _, ContextTag.Primitive(tag));
                hasUniqueIdentifier = true;
            }
        }

        if (version < 3 || fields.IsEmpty)
        {
            return ExtensionSet.Empty;
        }

        DerReader wrapper = fields.ReadSequence(ContextTag.Constructed(3));
        DerReader list = wrapper.ReadSequence();
        wrapper.ThrowIfNotEmpty();
        return ExtensionParser.Read(list, slices);
    }
}
