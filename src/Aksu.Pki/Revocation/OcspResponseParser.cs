using Aksu.Pki.Asn1;
using Aksu.Pki.Parsing;
using Aksu.Pki.Signatures;

namespace Aksu.Pki.Revocation;

/// <summary>Reads OCSPResponse and BasicOCSPResponse (RFC 6960 §4.2.1).</summary>
internal static class OcspResponseParser
{
    private const int MaxCertificates = 8;
    private static ReadOnlySpan<byte> SctListOid => [0x2B, 0x06, 0x01, 0x04, 0x01, 0xD6, 0x79, 0x02, 0x04, 0x05];

    public static OcspResponse Read(ReadOnlyMemory<byte> der)
    {
        var slices = new DerSlices(der);
        var outer = new DerReader(der.Span);
        DerReader response = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        int status = response.ReadEnumerated();
        if (status != 0)
        {
            throw new CertificateException("The OCSP responder answered with an error: " + StatusText(status) + ".");
        }

        DerReader wrapper = response.ReadSequence(ContextTag.Constructed(0));
        response.ThrowIfNotEmpty();
        DerReader bytes = wrapper.ReadSequence();
        wrapper.ThrowIfNotEmpty();
        if (!bytes.ReadOid().SequenceEqual(Oids.BasicOcspResponse))
        {
            throw new CertificateException("The OCSP response is of an unknown type.");
        }

        var basicOuter = new DerReader(bytes.ReadOctetString());
        bytes.ThrowIfNotEmpty();
        DerReader basic = basicOuter.ReadSequence();
        basicOuter.ThrowIfNotEmpty();
        return ReadBasic(basic, slices);
    }

    private static OcspResponse ReadBasic(DerReader basic, DerSlices slices)
    {
        ReadOnlySpan<byte> tbs = basic.ReadEncoded();
        ReadOnlySpan<byte> algorithm = basic.ReadEncoded();
        ReadOnlySpan<byte> signature = basic.ReadOctetsInBitString();
        List<Certificate> certificates = [];
        if (basic.NextIs(ContextTag.Constructed(0)))
        {
            DerReader wrapper = basic.ReadSequence(ContextTag.Constructed(0));
            DerReader list = wrapper.ReadSequence();
            wrapper.ThrowIfNotEmpty();
            while (!list.IsEmpty)
            {
                if (certificates.Count == MaxCertificates)
                {
                    throw new MalformedDerException("there are too many certificates");
                }

                certificates.Add(Certificate.Parse(list.ReadEncoded()));
            }
        }

        basic.ThrowIfNotEmpty();
        DerReader data = new DerReader(tbs).ReadSequence();
        if (data.NextIs(ContextTag.Constructed(0)))
        {
            throw new MalformedDerException("the response has an unknown version");
        }

        DistinguishedName? responderName = null;
        ReadOnlyMemory<byte> responderKeyHash = default;
        if (data.NextIs(ContextTag.Constructed(1)))
        {
            DerReader byName = data.ReadSequence(ContextTag.Constructed(1));
            ReadOnlySpan<byte> name = byName.ReadEncoded();
            byName.ThrowIfNotEmpty();
            DistinguishedName.Validate(name);
            responderName = new DistinguishedName(slices.Of(name));
        }
        else
        {
            DerReader byKey = data.ReadSequence(ContextTag.Constructed(2));
            responderKeyHash = slices.Of(byKey.ReadOctetString());
            byKey.ThrowIfNotEmpty();
        }

        DateTimeOffset producedAt = data.ReadGeneralizedTime();
        List<OcspAnswer> answers = ReadAnswers(data.ReadSequence(), slices);
        bool hasUnknownCritical = false;
        if (!data.IsEmpty)
        {
            ReadExtensions(ref data, 1, slices, out hasUnknownCritical);
            data.ThrowIfNotEmpty();
        }

        return new OcspResponse
        {
            ProducedAt = producedAt,
            Answers = answers,
            Certificates = certificates,
            ResponderName = responderName,
            ResponderKeyHash = responderKeyHash,
            Tbs = slices.Of(tbs),
            SignatureIdentifier = SignatureIdentifier.Read(algorithm),
            Signature = slices.Of(signature),
            HasUnknownCriticalExtension = hasUnknownCritical,
        };
    }

    private static List<OcspAnswer> ReadAnswers(DerReader list, DerSlices slices)
    {
        var answers = new List<OcspAnswer>();
        while (!list.IsEmpty)
        {
            DerReader single = list.ReadSequence();
            ReadOnlySpan<byte> id = single.ReadEncoded();
            OcspCertificateStatus status = ReadStatus(ref single, out RevokedEntry? revoked);
            DateTimeOffset thisUpdate = single.ReadGeneralizedTime();
            DateTimeOffset? nextUpdate = null;
            if (single.NextIs(ContextTag.Constructed(0)))
            {
                DerReader wrapper = single.ReadSequence(ContextTag.Constructed(0));
                nextUpdate = wrapper.ReadGeneralizedTime();
                wrapper.ThrowIfNotEmpty();
            }

            ReadOnlyMemory<byte> sctList = default;
            bool hasUnknownCritical = false;
            if (!single.IsEmpty)
            {
                sctList = ReadExtensions(ref single, 1, slices, out hasUnknownCritical);
                single.ThrowIfNotEmpty();
            }

            answers.Add(new OcspAnswer(slices.Of(id), status, revoked, thisUpdate, nextUpdate, sctList, hasUnknownCritical));
        }

        return answers;
    }

    private static OcspCertificateStatus ReadStatus(ref DerReader single, out RevokedEntry? revoked)
    {
        revoked = null;
        if (single.NextIs(ContextTag.Constructed(1)))
        {
            DerReader info = single.ReadSequence(ContextTag.Constructed(1));
            DateTimeOffset time = info.ReadGeneralizedTime();
            var reason = RevocationReason.Unspecified;
            if (!info.IsEmpty)
            {
                DerReader wrapper = info.ReadSequence(ContextTag.Constructed(0));
                reason = (RevocationReason)wrapper.ReadEnumerated();
                wrapper.ThrowIfNotEmpty();
            }

            info.ThrowIfNotEmpty();
            revoked = new RevokedEntry(time, reason);
            return OcspCertificateStatus.Revoked;
        }

        int tag = single.NextIs(ContextTag.Primitive(0)) ? 0 : 2;
        ReadOnlySpan<byte> content = single.ReadPrimitive(ContextTag.Primitive(tag));
        return !content.IsEmpty
            ? throw new MalformedDerException("the status of a certificate is malformed")
            : tag == 0 ? OcspCertificateStatus.Good : OcspCertificateStatus.Unknown;
    }

    private static ReadOnlyMemory<byte> ReadExtensions(ref DerReader fields, int tag, DerSlices slices, out bool hasUnknownCritical)
    {
        DerReader wrapper = fields.ReadSequence(ContextTag.Constructed(tag));
        ReadOnlyMemory<byte> sctList = default;
        hasUnknownCritical = false;
        foreach (CertificateExtension extension in ExtensionParser.ReadList(wrapper.ReadSequence(), slices))
        {
            if (extension.OidBytes.Span.SequenceEqual(SctListOid))
            {
                var value = new DerReader(extension.Value.Span);
                sctList = slices.Of(value.ReadOctetString());
                value.ThrowIfNotEmpty();
            }
            else
            {
                hasUnknownCritical |= extension.IsCritical && !extension.OidBytes.Span.SequenceEqual(Oids.OcspNonce);
            }
        }

        wrapper.ThrowIfNotEmpty();
        return sctList;
    }

    private static string StatusText(int status) => status switch
    {
        1 => "malformed request",
        2 => "internal error",
        3 => "try later",
        5 => "signature required",
        6 => "unauthorized",
        _ => "unknown status",
    };
}
