using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>Heartbeat (RFC 6520), which bled in 2014, is not there: neither offered nor answered, and its records are refused.</summary>
public sealed class HeartbeatTests
{
    private const byte Heartbeat = 24;

    // A request whose payload claims to be far longer than it is.
    private static readonly byte[] Bleeding = [1, 0x40, 0x00, 1, 2, 3];

    public static TheoryData<ushort, Sender> Ends => new()
    {
        { 0x0304, Sender.Client },
        { 0x0304, Sender.Server },
        { 0x0303, Sender.Client },
        { 0x0303, Sender.Server },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_record_before_the_keys_is_refused(ushort version, Sender receiver)
    {
        using var pair = new EnginePair(Client(version), Server(version))
        {
            InTransit = OnTheWay.Inject(
                receiver == Sender.Client ? Sender.Server : Sender.Client, flightsBefore: 0, NullRecord.Plain(Heartbeat, Bleeding)),
        };
        pair.Pump();
        EngineEnd end = receiver == Sender.Client ? pair.Client : pair.Server;
        Assert.Equal((AlertDescription.UnexpectedMessage, false), (end.Failure!.Alert, end.Failure.SentByPeer));
        Assert.DoesNotContain(pair.Flights, static flight => flight.Bytes[0] == Heartbeat);
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void A_protected_record_is_refused_in_TLS_1_3(Sender receiver)
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        EngineEnd end = receiver == Sender.Client ? pair.Client : pair.Server;
        end.Take(NullRecord.Protected(Heartbeat, Bleeding));
        Shake.AssertFailed(end, TlsReason.UnexpectedRecord, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(TlsSide.Client)]
    [InlineData(TlsSide.Server)]
    public void A_protected_record_is_refused_in_TLS_1_2(TlsSide receiver)
    {
        using var watched = new Watched(Older.Client, Older.Server);
        TlsSide sender = receiver == TlsSide.Client ? TlsSide.Server : TlsSide.Client;
        watched.End(receiver).Take(watched.Protect(sender, new ContentType(Heartbeat), Bleeding));
        Shake.AssertFailed(watched.End(receiver), TlsReason.UnexpectedRecord, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void The_extension_is_not_offered_and_not_answered(ushort version)
    {
        var client = new CollectedEvents();
        using EnginePair pair = Shake.AndTalk(
            Client(version) with
            {
                Observer = client,
                MessageRewriter = static (type, message) => type == HandshakeType.ClientHello
                    ? Hello.WithFirst(message, Hello.Raw(ExtensionType.Heartbeat, 1))
                    : message,
            },
            Server(version));

        ReadOnlyMemory<byte> answer = client.Last(
            Diagnostics.TlsDirection.Received, version == 0x0304 ? HandshakeType.EncryptedExtensions : HandshakeType.ServerHello);
        Assert.Equal(Hello.Without(answer, ExtensionType.Heartbeat), answer.ToArray());
        using EnginePair plain = Shake.Hands(Client(version) with { Observer = client }, Server(version));
        Assert.False(
            Hello.Extensions(client.Last(Diagnostics.TlsDirection.Sent, HandshakeType.ClientHello)).Contains(ExtensionType.Heartbeat));
    }

    private static ClientHandshakeOptions Client(ushort version) => Shake.Client with { Versions = [new ProtocolVersion(version)] };

    private static ServerHandshakeOptions Server(ushort version) => Shake.Server with { Versions = [new ProtocolVersion(version)] };
}
