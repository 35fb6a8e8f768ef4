using System.Text;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>Messages of the traces in RFC 8448, field by field.</summary>
public sealed class Rfc8448MessageTests
{
    // RFC 8448 §3
    private const string ClientHelloHex =
        """
        010000c00303cb34ecb1e78163ba1c38c6dacb196a6dffa21a8d9912ec18a2ef6283024dece7000006130113031302010000910000000b000900000673657276
        6572ff01000100000a00140012001d0017001800190100010101020103010400230000003300260024001d002099381de560e4bd43d23d8e435a7dbafeb3c06e
        51c13cae4d5413691e529aaf2c002b0003020304000d0020001e040305030603020308040805080604010501060102010402050206020202002d00020101001c
        00024001
        """;

    private const string ServerHelloHex =
        """
        020000560303a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155772ed3e2692800130100002e00330024001d0020c9828876112095fe66762bdb
        f7c672e156d6cc253b833df1dd69b1b04e751f0f002b00020304
        """;

    private const string EncryptedExtensionsHex = "080000240022000a00140012001d00170018001901000101010201030104001c0002400100000000";

    [Fact]
    public void Reads_the_ClientHello()
    {
        HandshakeMessage message = Message(ClientHelloHex);
        ClientHello hello = ClientHello.Decode(message.Body);

        Assert.Equal(HandshakeType.ClientHello, message.Type);
        Assert.Equal(ProtocolVersion.Tls12, hello.LegacyVersion);
        Assert.Equal("CB34ECB1E78163BA1C38C6DACB196A6DFFA21A8D9912EC18A2EF6283024DECE7", Convert.ToHexString(hello.Random.Span));
        Assert.True(hello.LegacySessionId.IsEmpty);
        Assert.Equal([CipherSuite.Aes128GcmSha256, CipherSuite.ChaCha20Poly1305Sha256, CipherSuite.Aes256GcmSha384], hello.CipherSuites);
        Assert.Equal([0], hello.LegacyCompressionMethods.ToArray());
        Assert.Equal(
            [
                ExtensionType.ServerName, ExtensionType.RenegotiationInfo, ExtensionType.SupportedGroups, ExtensionType.SessionTicket,
                ExtensionType.KeyShare, ExtensionType.SupportedVersions, ExtensionType.SignatureAlgorithms,
                ExtensionType.PskKeyExchangeModes, ExtensionType.RecordSizeLimit,
            ],
            hello.Extensions.Entries.Select(extension => extension.Type));
        Assert.Equal(message.Encoded.ToArray(), Written(hello));
    }

    [Fact]
    public void Reads_the_extensions_of_the_ClientHello()
    {
        ExtensionBlock extensions = ClientHello.Decode(Message(ClientHelloHex).Body).Extensions;

        Assert.Equal("server", ServerNameOffer.Decode(Body(extensions, ExtensionType.ServerName)).HostName);
        Assert.True(RenegotiationInfo.Decode(Body(extensions, ExtensionType.RenegotiationInfo)).RenegotiatedConnection.IsEmpty);
        Assert.Equal(9, SupportedGroups.Decode(Body(extensions, ExtensionType.SupportedGroups)).Groups.Length);
        Assert.True(SessionTicketExtension.Decode(Body(extensions, ExtensionType.SessionTicket)).Ticket.IsEmpty);
        KeyShareEntry share = Assert.Single(KeyShareOffer.Decode(Body(extensions, ExtensionType.KeyShare)).Entries);
        Assert.Equal(NamedGroup.X25519, share.Group);
        Assert.Equal(32, share.KeyExchange.Length);
        Assert.Equal([ProtocolVersion.Tls13], SupportedVersionsOffer.Decode(Body(extensions, ExtensionType.SupportedVersions)).Versions);
        SignatureScheme[] schemes = SignatureAlgorithms.Decode(Body(extensions, ExtensionType.SignatureAlgorithms)).Schemes;
        Assert.Equal(15, schemes.Length);
        Assert.Equal(SignatureScheme.EcdsaSecp256r1Sha256, schemes[0]);
        Assert.Equal([PskKeyExchangeMode.PskDheKe], PskKeyExchangeModes.Decode(Body(extensions, ExtensionType.PskKeyExchangeModes)).Modes);
        Assert.Equal(0x4001, RecordSizeLimit.Decode(Body(extensions, ExtensionType.RecordSizeLimit)).Limit);
    }

    [Fact]
    public void Reads_the_ServerHello()
    {
        HandshakeMessage message = Message(ServerHelloHex);
        ServerHello hello = ServerHello.Decode(message.Body);

        Assert.False(hello.IsHelloRetryRequest);
        Assert.Equal(CipherSuite.Aes128GcmSha256, hello.CipherSuite);
        Assert.Equal(0, hello.LegacyCompressionMethod);
        Assert.Equal(NamedGroup.X25519, KeyShareChoice.Decode(Body(hello.Extensions, ExtensionType.KeyShare)).Entry.Group);
        Assert.Equal(
            ProtocolVersion.Tls13, SupportedVersionsChoice.Decode(Body(hello.Extensions, ExtensionType.SupportedVersions)).Version);
        Assert.Equal(message.Encoded.ToArray(), Written(hello));
    }

    [Fact]
    public void Reads_the_EncryptedExtensions()
    {
        HandshakeMessage message = Message(EncryptedExtensionsHex);
        EncryptedExtensions extensions = EncryptedExtensions.Decode(message.Body);

        Assert.Equal(9, SupportedGroups.Decode(Body(extensions.Extensions, ExtensionType.SupportedGroups)).Groups.Length);
        Assert.Equal(0x4001, RecordSizeLimit.Decode(Body(extensions.Extensions, ExtensionType.RecordSizeLimit)).Limit);
        Assert.NotNull(ServerNameAcknowledgement.Decode(Body(extensions.Extensions, ExtensionType.ServerName)));
        Assert.Equal(message.Encoded.ToArray(), Written(extensions));
    }

    [Fact]
    public void Accepts_what_the_table_allows_in_these_messages()
    {
        ClientHello client = ClientHello.Decode(Message(ClientHelloHex).Body);
        ExtensionSet offered = ExtensionSet.Of(client.Extensions);

        ExtensionRules.Check(client.Extensions, ExtensionMessage.ClientHello, null);
        ExtensionRules.Check(ServerHello.Decode(Message(ServerHelloHex).Body).Extensions, ExtensionMessage.ServerHello, offered);
        ExtensionBlock encrypted = EncryptedExtensions.Decode(Message(EncryptedExtensionsHex).Body).Extensions;
        ExtensionRules.Check(encrypted, ExtensionMessage.EncryptedExtensions, offered);
    }

    [Fact]
    public void Builds_the_same_extensions_from_their_values()
    {
        ExtensionBlock built = ExtensionBlock.Of(
            new ServerNameOffer("server"),
            null,
            new SupportedVersionsOffer([ProtocolVersion.Tls13]),
            new ApplicationProtocols([Encoding.ASCII.GetBytes("h2")]));

        Assert.Equal(
            WireSample.Hex("001f 0000000b0009000006736572766572 002b0003020304 0010000500030268 32"),
            WireCase.Encoded(built.Encode));
    }

    private static ReadOnlyMemory<byte> Body(ExtensionBlock block, ExtensionType type)
    {
        Assert.True(block.TryFind(type, out ReadOnlyMemory<byte> body));
        return body;
    }

    private static HandshakeMessage Message(string hex)
    {
        byte[] bytes = WireSample.Hex(hex);
        return new HandshakeMessage(new HandshakeType(bytes[0]), bytes);
    }

    private static byte[] Written(IHandshakeBody body)
    {
        using var writer = new WireWriter();
        HandshakeMessage.Write(writer, body);
        return writer.WrittenSpan.ToArray();
    }
}
