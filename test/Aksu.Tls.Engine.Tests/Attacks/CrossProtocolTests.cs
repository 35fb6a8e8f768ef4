using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// ALPACA: somebody leads a browser's connection to a mail server with a certificate for the same names. Two services that speak different
/// protocols never shake hands, and none takes the other's session (RFC 7301 §3.2, RFC 9325 §3.8).
/// </summary>
public sealed class CrossProtocolTests
{
    public static TheoryData<ushort> Versions => [0x0304, 0x0303];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Protocols_without_one_in_common_end_the_handshake(ushort version) => Shake.AssertRefused(
        Sender.Server,
        TlsReason.NoApplicationProtocol,
        AlertDescription.NoApplicationProtocol,
        Client(version, "h2", "http/1.1"),
        Server(version, "imap"));

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_server_that_answers_with_a_protocol_of_its_own_is_refused(ushort version)
    {
        HandshakeType carrier = version == 0x0304 ? HandshakeType.EncryptedExtensions : HandshakeType.ServerHello;
        Shake.AssertRefused(
            Sender.Client,
            TlsReason.ApplicationProtocolNotOffered,
            AlertDescription.IllegalParameter,
            Client(version, "h2"),
            Server(version, "h2") with
            {
                MessageRewriter = (type, message) => type == carrier
                    ? Hello.Replace(message, new ApplicationProtocolChoice("imap"u8.ToArray()))
                    : message,
            });
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_protocol_cannot_be_taken_out_on_the_way(ushort version)
    {
        using var pair = new EnginePair(Client(version, "h2"), Server(version, "imap"))
        {
            InTransit = OnTheWay.ClientHello(static hello => Hello.Without(hello, ExtensionType.ApplicationLayerProtocolNegotiation)),
        };
        OnTheWay.AssertNoConnection(pair);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_session_of_one_service_is_not_resumed_by_another(ushort version)
    {
        using RotatingTicketProtector shared = SessionTests.Protector();
        using EnginePair mail = Shake.Hands(Client(version, "imap"), Server(version, "imap") with { Tickets = shared });
        using TlsSession session = ResumptionConfusionTests.Disguised(SessionTests.Take(mail), Shake.Name, "http/1.1");

        using EnginePair web = Shake.AndTalk(
            Client(version, "http/1.1") with { Sessions = [session] }, Server(version, "http/1.1") with { Tickets = shared });

        SessionTests.AssertResumed(web, false);
        Assert.Equal("http/1.1", web.ServerEngine.Parameters!.ApplicationProtocol);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_strict_server_refuses_a_name_that_is_another_service_s(ushort version) => Shake.AssertRefused(
        Sender.Server,
        TlsReason.UnrecognizedName,
        AlertDescription.UnrecognizedName,
        Client(version, "h2") with { ServerName = "www.example" },
        Server(version, "h2") with
        {
            StrictServerName = true,
            Identities = [TestIdentity.Server(Cryptography.KeyKind.EcP256, "mail.example")],
        });

    private static ClientHandshakeOptions Client(ushort version, params string[] protocols) =>
        Shake.Client with { Versions = [new ProtocolVersion(version)], ApplicationProtocols = protocols };

    private static ServerHandshakeOptions Server(ushort version, params string[] protocols) =>
        Shake.Server with { Versions = [new ProtocolVersion(version)], ApplicationProtocols = protocols };
}
