using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// Certificates without end, and lists that are legal by their length alone: refused by a bound, before they are read or kept, and without
/// work that grows faster than they do.
/// </summary>
/// <seealso cref="Bounds.MessageBoundTests"/>
/// <seealso cref="Messages.ListLimitTests"/>
public sealed class BombTests
{
    public static TheoryData<ushort> Versions => [0x0304, 0x0303];

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_chain_of_a_thousand_certificates_from_a_server(ushort version)
    {
        ReadOnlyMemory<byte> one = TestIdentity.Of(Cryptography.KeyKind.EcP256).Chain[0];
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.TooManyCertificates,
            AlertDescription.BadCertificate,
            Client(version) with { MaxCertificateMessageLength = 1 << 20 },
            Server(version) with { MessageRewriter = Presenting(version, [.. Enumerable.Repeat(one, 1000)]) });
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_chain_of_a_thousand_certificates_from_a_client(ushort version)
    {
        CertifiedKey key = TestIdentity.Of(Cryptography.KeyKind.EcP256);
        Shake.AssertRefused(
            Sender.Server,
            TlsReason.TooManyCertificates,
            AlertDescription.BadCertificate,
            Client(version) with { Identities = [key], MessageRewriter = Presenting(version, [.. Enumerable.Repeat(key.Chain[0], 1000)]) },
            Server(version) with { ClientAuthentication = ClientAuthentication.Required, MaxCertificateMessageLength = 1 << 20 });
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_certificate_of_a_million_bytes(ushort version) => Shake.AssertRefused(
        Sender.Client,
        TlsReason.MessageTooLong,
        AlertDescription.IllegalParameter,
        Client(version),
        Server(version) with { MessageRewriter = Presenting(version, [new byte[1_000_000]]) });

    [Theory]
    [InlineData("extensions", 1000)]
    [InlineData("suites", 30_000)]
    [InlineData("shares", 1000)]
    [InlineData("groups", 30_000)]
    [InlineData("schemes", 30_000)]
    [InlineData("protocols", 10_000)]
    [InlineData("keys", 1000)]
    public void A_hello_with_a_huge_list(string list, int count)
    {
        using var pair = new EnginePair(
            Shake.Client with
            {
                Grease = false,
                MessageRewriter = Rewriting.Of(HandshakeType.ClientHello, message => Long(message, list, count)),
            },
            Shake.Server);
        pair.Pump();

        Assert.NotNull(pair.Server.Failure);
        Assert.Contains(
            pair.Server.Failure.Reason, (TlsReason[])[TlsReason.TooManyEntries, TlsReason.MessageTooLong, TlsReason.DuplicateExtension]);
        Assert.Empty(pair.Server.Requests);
    }

    [Fact]
    public void A_request_that_names_authorities_without_end() => Shake.AssertRefused(
        Sender.Client,
        TlsReason.TooManyEntries,
        AlertDescription.DecodeError,
        Shake.Client,
        Shake.Server with
        {
            ClientAuthentication = ClientAuthentication.Required,
            ClientCertificateAuthorities = [.. Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[] { 0x30, 0 }, 5000)],
        });

    private static byte[] Long(ReadOnlyMemory<byte> message, string list, int count)
    {
        ushort[] values = [.. Enumerable.Range(0, count).Select(static i => (ushort)i)];
        return list switch
        {
            "extensions" => Hello.With(message, values.Select(static value => Hello.Raw(new ExtensionType((ushort)(0x4000 + value))))),
            "suites" => Hello.Encode(
                Hello.Client(message) with { CipherSuites = [.. values.Select(static value => new CipherSuite(value))] }),
            "shares" => Hello.Replace(
                message, new KeyShareOffer([.. values.Select(static value => new KeyShareEntry(new NamedGroup(value), new byte[1]))])),
            "groups" => Hello.Replace(message, new SupportedGroups([.. values.Select(static value => new NamedGroup(value))])),
            "schemes" => Hello.Replace(message, new SignatureAlgorithms([.. values.Select(static value => new SignatureScheme(value))])),
            "protocols" => Hello.With(
                message, new ApplicationProtocols([.. values.Select(static value => (ReadOnlyMemory<byte>)new byte[] { 1, (byte)value })])),
            _ => Hello.With(message, new PreSharedKeyOffer(
                [.. values.Select(static value => new PskIdentity(new byte[] { 1, (byte)value }, 0))],
                [.. values.Select(static _ => (ReadOnlyMemory<byte>)new byte[32])])),
        };
    }

    private static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Presenting(
        ushort version, ReadOnlyMemory<byte>[] chain) =>
        Rewriting.By(
            HandshakeType.Certificate,
            version == 0x0304
                ? new Certificate13(default, [.. chain.Select(static der => new CertificateEntry(der, ExtensionBlock.Empty))])
                : new Certificate12(chain));

    private static ClientHandshakeOptions Client(ushort version) => Shake.Client with { Versions = [new ProtocolVersion(version)] };

    private static ServerHandshakeOptions Server(ushort version) => Shake.Server with { Versions = [new ProtocolVersion(version)] };
}
