using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>Rules about the values of single messages.</summary>
public sealed class MessageValueTests
{
    [Fact]
    public void A_message_is_written_with_type_and_length()
    {
        using var writer = new WireWriter();
        HandshakeMessage.Write(writer, new KeyUpdate(true));
        HandshakeMessage.Write(writer, new ServerHelloDone());

        Assert.Equal(WireSample.Hex("18 000001 01 0e 000000"), writer.WrittenSpan.ToArray());
    }

    [Fact]
    public void The_body_of_a_message_is_what_follows_its_header() =>
        Assert.Equal([1], new HandshakeMessage(HandshakeType.KeyUpdate, WireSample.Hex("18 000001 01")).Body.ToArray());

    [Fact]
    public void KeyUpdate_is_zero_or_one()
    {
        Assert.False(KeyUpdate.Decode(new byte[] { 0 }).UpdateRequested);
        Assert.True(KeyUpdate.Decode(new byte[] { 1 }).UpdateRequested);
        for (int value = 2; value <= 255; value++)
        {
            byte[] body = [(byte)value];
            Refused.AsIllegal(() => KeyUpdate.Decode(body));
        }
    }

    [Fact]
    public void Finished_has_exactly_the_expected_length()
    {
        foreach (int length in new[] { Finished.Tls12Length, 32, 48 })
        {
            Assert.Equal(length, Finished.Decode(new byte[length], length).VerifyData.Length);
            Refused.AsMalformed(() => Finished.Decode(new byte[length - 1], length));
            Refused.AsMalformed(() => Finished.Decode(new byte[length + 1], length));
        }
    }

    [Fact]
    public void Finished_of_unknown_length_is_no_shorter_than_12_and_no_longer_than_64_bytes()
    {
        Assert.Equal(12, Finished.Decode(new byte[12]).VerifyData.Length);
        Assert.Equal(64, Finished.Decode(new byte[64]).VerifyData.Length);
        Refused.AsMalformed(() => Finished.Decode(new byte[11]));
        Refused.AsMalformed(() => Finished.Decode(new byte[65]));
    }

    [Fact]
    public void A_certificate_list_may_be_empty_and_no_longer_than_the_limit()
    {
        byte[] ten = Chain(10);
        Assert.Equal(10, Certificate13.Decode(ten, 10).Entries.Length);
        Refused.With(AlertDescription.BadCertificate, TlsReason.TooManyCertificates, () => Certificate13.Decode(ten, 9));
        Assert.Empty(Certificate13.Decode(Chain(0), 0).Entries);

        static byte[] Chain(int count)
        {
            CertificateEntry[] entries = [.. Enumerable.Repeat(new CertificateEntry(new byte[] { 1 }, ExtensionBlock.Empty), count)];
            return WireCase.Encoded(new Certificate13(default, entries).Encode);
        }
    }

    [Fact]
    public void A_certificate_list_of_TLS_1_2_may_be_empty_and_no_longer_than_the_limit()
    {
        byte[] ten = Chain(10);
        Assert.Equal(10, Certificate12.Decode(ten, 10).Certificates.Length);
        Refused.With(AlertDescription.BadCertificate, TlsReason.TooManyCertificates, () => Certificate12.Decode(ten, 9));
        Assert.Empty(Certificate12.Decode(Chain(0), 0).Certificates);

        static byte[] Chain(int count) =>
            WireCase.Encoded(new Certificate12([.. Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[] { 1 }, count)]).Encode);
    }

    [Fact]
    public void An_empty_certificate_is_malformed() =>
        Refused.AsMalformed(() => Certificate13.Decode(WireSample.Hex("00 000005 000000 0000"), 10));

    [Fact]
    public void An_empty_certificate_of_TLS_1_2_is_malformed() =>
        Refused.AsMalformed(() => Certificate12.Decode(WireSample.Hex("000003 000000"), 10));

    [Fact]
    public void A_ticket_is_empty_in_TLS_1_2_alone()
    {
        Assert.True(NewSessionTicket12.Decode(WireSample.Hex("00000000 0000")).Ticket.IsEmpty);
        Refused.AsMalformed(() => NewSessionTicket13.Decode(WireSample.Hex("00000000 00000000 00 0000 0000")));
    }

    [Fact]
    public void A_ticket_keeps_its_numbers()
    {
        NewSessionTicket13 ticket = NewSessionTicket13.Decode(WireSample.Hex("0000001e fad6aac5 02 0000 0003 717273 0000"));
        Assert.Equal((0x1eu, 0xfad6aac5u), (ticket.LifetimeSeconds, ticket.AgeAdd));
        Assert.Equal([0, 0], ticket.Nonce.ToArray());
        Assert.Equal([0x71, 0x72, 0x73], ticket.Ticket.ToArray());
    }

    [Fact]
    public void Only_OCSP_is_a_certificate_status() =>
        Refused.AsIllegal(() => CertificateStatus12.Decode(WireSample.Hex("02 000003 303132")));
}
