using System.Formats.Asn1;
using Aksu.Pki.Asn1;
using Aksu.Pki.Parsing;
using Aksu.Pki.Signatures;

namespace Aksu.Pki.Revocation;

/// <summary>Reads CertificateList (RFC 5280 §5.1), each byte of it.</summary>
internal static class CrlParser
{
    public static CrlContent Read(ReadOnlyMemory<byte> der)
    {
        var slices = new DerSlices(der);
        var outer = new DerReader(der.Span);
        DerReader list = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        ReadOnlySpan<byte> tbs = list.ReadEncoded();
        ReadOnlySpan<byte> signatureAlgorithm = list.ReadEncoded();
        ReadOnlySpan<byte> signature = list.ReadOctetsInBitString();
        list.ThrowIfNotEmpty();

        DerReader fields = new DerReader(tbs).ReadSequence();
        int version = fields.NextIs(Asn1Tag.Integer) ? fields.ReadNonNegative() + 1 : 1;
        if (version > 2)
        {
            throw new MalformedDerException("the list has an unknown version");
        }

        if (!fields.ReadEncoded().SequenceEqual(signatureAlgorithm))
        {
            throw new MalformedDerException("the two signature algorithm fields differ (RFC 5280 §5.1.1.2)");
        }

        ReadOnlySpan<byte> issuer = fields.ReadEncoded();
        DistinguishedName.Validate(issuer);
        DateTimeOffset thisUpdate = fields.ReadTime(out bool thisIsGeneralized);
        bool nextIsGeneralized = false;
        DateTimeOffset? nextUpdate = fields.NextIs(Asn1Tag.UtcTime) || fields.NextIs(Asn1Tag.GeneralizedTime)
            ? fields.ReadTime(out nextIsGeneralized)
            : null;
        string? unhandled = null;
        ReadOnlyMemory<byte>[] entries = fields.NextIs(Asn1Tag.Sequence) ? ReadEntries(fields.ReadSequence(), slices, out unhandled) : [];
        var content = new CrlContent
        {
            Tbs = slices.Of(tbs),
            SignatureIdentifier = SignatureIdentifier.Read(signatureAlgorithm),
            Signature = slices.Of(signature),
            Version = version,
            Issuer = new DistinguishedName(slices.Of(issuer)),
            ThisUpdate = thisUpdate,
            NextUpdate = nextUpdate,
            Entries = entries,
            UnhandledCritical = unhandled,

            // RFC 5280 §5.1.2.4, §5.1.2.5: dates through 2049 must be UTCTime.
            HasTimeInWrongForm = (thisIsGeneralized && thisUpdate.Year < 2050) || (nextIsGeneralized && nextUpdate is { Year: < 2050 }),
        };
        if (version == 2 && !fields.IsEmpty)
        {
            DerReader wrapper = fields.ReadSequence(ContextTag.Constructed(0));
            ReadExtensions(ExtensionParser.ReadList(wrapper.ReadSequence(), slices), slices, content);
            wrapper.ThrowIfNotEmpty();
        }

        fields.ThrowIfNotEmpty();
        return content;
    }

    /// <summary>Reads an entry that <see cref="ReadEntries"/> has accepted.</summary>
    public static RevokedEntry ReadEntry(ReadOnlySpan<byte> der) => ReadEntry(der, out _);

    private static ReadOnlyMemory<byte>[] ReadEntries(DerReader list, DerSlices slices, out string? unhandled)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        unhandled = null;
        while (!list.IsEmpty)
        {
            ReadOnlySpan<byte> entry = list.ReadEncoded();
            ReadEntry(entry, out string? unknown);
            unhandled ??= unknown;
            entries.Add(slices.Of(entry));
        }

        ReadOnlyMemory<byte>[] sorted = [.. entries];
        Array.Sort(sorted, static (left, right) => CrlContent.CompareSerials(Serial(left.Span), Serial(right.Span)));
        return sorted;
    }

    private static ReadOnlySpan<byte> Serial(ReadOnlySpan<byte> entry) => new DerReader(entry).ReadSequence().ReadInteger();

    private static RevokedEntry ReadEntry(ReadOnlySpan<byte> der, out string? unhandled)
    {
        unhandled = null;
        DerReader entry = new DerReader(der).ReadSequence();
        entry.ReadInteger();
        DateTimeOffset time = entry.ReadTime(out _);
        var reason = RevocationReason.Unspecified;
        if (!entry.IsEmpty)
        {
            DerReader extensions = entry.ReadSequence();
            while (!extensions.IsEmpty)
            {
                DerReader extension = extensions.ReadSequence();
                ReadOnlySpan<byte> oid = extension.ReadOid();
                bool isCritical = extension.NextIs(Asn1Tag.Boolean) && extension.ReadBoolean();
                ReadOnlySpan<byte> value = extension.ReadOctetString();
                extension.ThrowIfNotEmpty();
                if (oid.SequenceEqual(Oids.CrlReason))
                {
                    reason = (RevocationReason)new DerReader(value).ReadEnumerated();
                }
                else if (isCritical && !oid.SequenceEqual(Oids.InvalidityDate))
                {
                    // certificateIssuer among them: indirect lists are not supported.
                    unhandled = Oids.ToText(oid);
                }
            }

            entry.ThrowIfNotEmpty();
        }

        return new RevokedEntry(time, reason);
    }

    private static void ReadExtensions(CertificateExtension[] extensions, DerSlices slices, CrlContent content)
    {
        foreach (CertificateExtension extension in extensions)
        {
            ReadOnlySpan<byte> oid = extension.OidBytes.Span;
            var value = new DerReader(extension.Value.Span);
            if (oid.SequenceEqual(Oids.CrlNumber))
            {
                content.Number = slices.Of(value.ReadInteger());
                content.IsNumberCritical = extension.IsCritical;
            }
            else if (oid.SequenceEqual(Oids.AuthorityKeyIdentifier))
            {
                value.ReadSequence();
                content.HasAuthorityKeyIdentifier = true;
            }
            else if (oid.SequenceEqual(Oids.DeltaCrlIndicator))
            {
                value.ReadInteger();
                content.IsDelta = true;
            }
            else if (oid.SequenceEqual(Oids.IssuingDistributionPoint))
            {
                content.DistributionPoint = ReadDistributionPoint(value.ReadSequence(), slices);
            }
            else
            {
                content.UnhandledCritical ??= extension.IsCritical ? extension.Oid : null;
                continue;
            }

            value.ThrowIfNotEmpty();
        }
    }

    private static IssuingDistributionPoint ReadDistributionPoint(DerReader fields, DerSlices slices)
    {
        List<ReadOnlyMemory<byte>>? locations = null;
        if (fields.NextIs(ContextTag.Constructed(0)))
        {
            locations = [];
            DerReader name = fields.ReadSequence(ContextTag.Constructed(0));
            DistributionPointParser.ReadName(ref name, slices, locations);
            name.ThrowIfNotEmpty();
        }

        bool onlyUsers = ReadFlag(ref fields, 1);
        bool onlyAuthorities = ReadFlag(ref fields, 2);
        bool onlySomeReasons = fields.NextIs(ContextTag.Primitive(3));
        if (onlySomeReasons)
        {
            fields.ReadBitString(out _, ContextTag.Primitive(3));
        }

        bool isIndirect = ReadFlag(ref fields, 4);
        bool onlyAttributes = ReadFlag(ref fields, 5);
        fields.ThrowIfNotEmpty();
        return new IssuingDistributionPoint
        {
            Locations = locations,
            OnlyUsers = onlyUsers,
            OnlyAuthorities = onlyAuthorities,
            OnlySomeReasons = onlySomeReasons,
            IsIndirect = isIndirect,
            OnlyAttributes = onlyAttributes,
        };
    }

    private static bool ReadFlag(ref DerReader fields, int tag) =>
        fields.NextIs(ContextTag.Primitive(tag)) && fields.ReadBoolean(ContextTag.Primitive(tag));
}
