using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages.Extensions;

/// <summary>Rules about the values of single extensions.</summary>
public sealed class ExtensionValueTests
{
    [Fact]
    public void Two_key_shares_for_one_group_are_illegal()
    {
        byte[] body = WireSample.Hex("000f 001d 0001 01 0017 0001 02 001d 0001 03");
        Refused.With(AlertDescription.IllegalParameter, TlsReason.DuplicateKeyShare, () => KeyShareOffer.Decode(body));
    }

    [Fact]
    public void A_client_may_offer_no_key_share_at_all() => Assert.Empty(KeyShareOffer.Decode(WireSample.Hex("0000")).Entries);

    [Fact]
    public void An_empty_public_value_is_malformed()
    {
        Refused.AsMalformed(() => KeyShareOffer.Decode(WireSample.Hex("0004 001d 0000")));
        Refused.AsMalformed(() => KeyShareChoice.Decode(WireSample.Hex("001d 0000")));
    }

    [Fact]
    public void Lists_that_must_have_an_entry_are_malformed_without()
    {
        Refused.AsMalformed(() => SupportedVersionsOffer.Decode(WireSample.Hex("00")));
        Refused.AsMalformed(() => SupportedGroups.Decode(WireSample.Hex("0000")));
        Refused.AsMalformed(() => SignatureAlgorithms.Decode(WireSample.Hex("0000")));
        Refused.AsMalformed(() => SignatureAlgorithmsCert.Decode(WireSample.Hex("0000")));
        Refused.AsMalformed(() => PskKeyExchangeModes.Decode(WireSample.Hex("00")));
        Refused.AsMalformed(() => Cookie.Decode(WireSample.Hex("0000")));
        Refused.AsMalformed(() => ApplicationProtocols.Decode(WireSample.Hex("0000")));
        Refused.AsMalformed(() => ApplicationProtocolChoice.Decode(WireSample.Hex("0000")));
        Refused.AsMalformed(() => CertificateAuthorities.Decode(WireSample.Hex("0000")));
        Refused.AsMalformed(() => SignedCertificateTimestamps.Decode(WireSample.Hex("0000")));
        Refused.AsMalformed(() => CertificateTypesOffer.Decode(ExtensionType.ClientCertificateType, WireSample.Hex("00")));
        Refused.AsMalformed(() => EcPointFormats.Decode(WireSample.Hex("00")));
        Refused.AsMalformed(() => CertificateStatus.Decode(WireSample.Hex("01 000000")));
    }

    [Fact]
    public void Empty_entries_of_lists_are_malformed()
    {
        Refused.AsMalformed(() => ApplicationProtocols.Decode(WireSample.Hex("0004 02 6832 00")));
        Refused.AsMalformed(() => ApplicationProtocolChoice.Decode(WireSample.Hex("0001 00")));
        Refused.AsMalformed(() => CertificateAuthorities.Decode(WireSample.Hex("0006 0002 3000 0000")));
        Refused.AsMalformed(() => SignedCertificateTimestamps.Decode(WireSample.Hex("0002 0000")));
        Refused.AsMalformed(() => StatusRequestOffer.Decode(WireSample.Hex("01 0002 0000 0000")));
        Refused.AsMalformed(() => OidFilters.Decode(WireSample.Hex("0003 00 0000")));
    }

    [Theory]
    [InlineData("03 030403")]
    [InlineData("01 03")]
    public void An_odd_list_of_versions_is_malformed(string hex) =>
        Refused.With(
            AlertDescription.DecodeError, TlsReason.LengthOutOfRange, () => SupportedVersionsOffer.Decode(WireSample.Hex(hex)));

    [Fact]
    public void An_odd_list_of_groups_or_schemes_is_malformed()
    {
        byte[] body = WireSample.Hex("0003 001d00");
        Refused.With(AlertDescription.DecodeError, TlsReason.LengthOutOfRange, () => SupportedGroups.Decode(body));
        Refused.With(AlertDescription.DecodeError, TlsReason.LengthOutOfRange, () => SignatureAlgorithms.Decode(body));
        Refused.With(AlertDescription.DecodeError, TlsReason.LengthOutOfRange, () => SignatureAlgorithmsCert.Decode(body));
    }

    [Fact]
    public void A_server_chooses_exactly_one_application_protocol() =>
        Refused.AsMalformed(() => ApplicationProtocolChoice.Decode(WireSample.Hex("0006 02 6832 02 6833")));

    [Fact]
    public void An_object_identifier_twice_in_oid_filters_is_illegal()
    {
        Assert.Empty(OidFilters.Decode(WireSample.Hex("0000")).Filters);
        Refused.AsIllegal(() => OidFilters.Decode(WireSample.Hex("0011 02 5501 0000 03 551d0f 0000 02 5501 0001 30")));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(0x4001)]
    [InlineData(0xffff)]
    public void Takes_a_record_size_limit_of_64_and_more(ushort limit) =>
        Assert.Equal(limit, RecordSizeLimit.Decode(WireCase.Encoded(new RecordSizeLimit(limit).Encode)).Limit);

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    public void Refuses_a_record_size_limit_below_64(ushort limit)
    {
        byte[] body = WireCase.Encoded(new RecordSizeLimit(limit).Encode);
        Refused.With(AlertDescription.IllegalParameter, TlsReason.RecordSizeLimitInvalid, () => RecordSizeLimit.Decode(body));
    }

    [Fact]
    public void Max_fragment_length_is_one_of_four()
    {
        Assert.Equal([512, 1024, 2048, 4096], Enumerable.Range(1, 4).Select(code => MaxFragmentLength.Decode(new[] { (byte)code }).Length));
        Refused.AsIllegal(() => MaxFragmentLength.Decode(new byte[] { 0 }));
        Refused.AsIllegal(() => MaxFragmentLength.Decode(new byte[] { 5 }));
    }

    [Fact]
    public void Point_formats_without_the_uncompressed_one_are_illegal()
    {
        Assert.Equal([1, 0], EcPointFormats.Decode(WireSample.Hex("02 0100")).Formats);
        Refused.AsIllegal(() => EcPointFormats.Decode(WireSample.Hex("02 0102")));
    }

    [Fact]
    public void Padding_is_all_zeros()
    {
        Assert.Equal(5, PaddingExtension.Decode(new byte[5]).Length);
        Assert.Equal(new byte[5], WireCase.Encoded(new PaddingExtension(5).Encode));
        Assert.Empty(WireCase.Encoded(new PaddingExtension(0).Encode));
        Refused.AsIllegal(() => PaddingExtension.Decode(new byte[] { 0, 0, 1 }));
    }

    [Fact]
    public void Padding_is_zero_where_the_writer_held_other_bytes_before()
    {
        byte[] bytes = WireCase.Encoded(writer =>
        {
            writer.WriteBytes([1, 2, 3, 4]);
            writer.Clear();
            new PaddingExtension(8).Encode(writer);
        });
        Assert.Equal(new byte[8], bytes);
    }

    [Fact]
    public void A_status_request_of_unknown_type_keeps_its_body()
    {
        StatusRequestOffer offer = StatusRequestOffer.Decode(WireSample.Hex("07 a0a1a2"));
        Assert.Equal(7, offer.StatusType);
        Assert.Equal(WireSample.Hex("07 a0a1a2"), WireCase.Encoded(offer.Encode));
    }

    [Fact]
    public void The_usual_status_request_asks_any_responder() =>
        Assert.Equal(WireSample.Hex("01 0000 0000"), WireCase.Encoded(StatusRequestOffer.Ocsp.Encode));

    [Fact]
    public void A_certificate_status_other_than_OCSP_is_illegal() =>
        Refused.AsIllegal(() => CertificateStatus.Decode(WireSample.Hex("02 000001 30")));

    [Fact]
    public void A_session_ticket_is_its_whole_body()
    {
        Assert.Equal([1, 2, 3], SessionTicketExtension.Decode(new byte[] { 1, 2, 3 }).Ticket.ToArray());
        Assert.Empty(WireCase.Encoded(new SessionTicketExtension(default).Encode));
    }

    [Fact]
    public void Renegotiation_info_is_empty_in_a_first_handshake() =>
        Assert.Equal([0], WireCase.Encoded(new RenegotiationInfo(default).Encode));

    [Fact]
    public void Certificate_types_keep_which_of_the_two_extensions_they_are()
    {
        CertificateTypesOffer offer = CertificateTypesOffer.Decode(ExtensionType.ServerCertificateType, WireSample.Hex("02 0200"));
        Assert.Equal(ExtensionType.ServerCertificateType, offer.Type);
        Assert.Equal([CertificateType.RawPublicKey, CertificateType.X509], offer.Types);
        CertificateTypeChoice choice = CertificateTypeChoice.Decode(ExtensionType.ClientCertificateType, WireSample.Hex("02"));
        Assert.Equal((ExtensionType.ClientCertificateType, CertificateType.RawPublicKey), (choice.Type, choice.Choice));
    }

    [Fact]
    public void Every_body_goes_under_its_own_type()
    {
        Assert.Equal(ExtensionType.EarlyData, new EarlyDataLimit(1).Type);
        Assert.Equal(ExtensionType.SignatureAlgorithmsCert, new SignatureAlgorithmsCert([]).Type);
        Assert.Equal(ExtensionType.SignedCertificateTimestamp, new SignedCertificateTimestampRequest().Type);
        Assert.Equal(ExtensionType.EncryptThenMac, new EncryptThenMac().Type);
        Assert.Equal(ExtensionType.ExtendedMainSecret, new ExtendedMainSecret().Type);
        Assert.Equal(ExtensionType.PostHandshakeAuth, new PostHandshakeAuth().Type);
        Assert.Equal(ExtensionType.StatusRequest, new StatusRequestIndication().Type);
    }
}
