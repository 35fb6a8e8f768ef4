using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.States;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Bounds;

/// <summary>Bounds on messages and on what they list: at the bound all is well, one past it not.</summary>
public sealed class MessageBoundTests
{
    public static TheoryData<string> States =>
        [.. StateTable13.Waiting.Concat(StateTable12.Waiting).Where(entry => entry.Accepts.Length > 0).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public void The_length_of_a_message_is_checked_before_its_body_comes(string name)
    {
        StateCase entry = StateMessageTests.Case(name);
        foreach (HandshakeType type in entry.Accepts)
        {
            (EngineEnd end, int ceiling) = Reach(entry, type);
            end.Take(entry.Record(NullRecord.Handshake, Header(type, ceiling)));
            Assert.Null(end.Failure);
            end.Take(entry.Record(NullRecord.Handshake, new byte[1000]));
            Assert.Null(end.Failure);

            (end, _) = Reach(entry, type);
            end.Take(entry.Record(NullRecord.Handshake, Header(type, ceiling + 1)));
            Shake.AssertFailed(end, TlsReason.MessageTooLong, AlertDescription.IllegalParameter);
            Assert.Equal(AlertDescription.IllegalParameter.Value, entry.LastAlert(end.TakeOutput()));
        }
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(10, 10, true)]
    [InlineData(10, 11, false)]
    [InlineData(100, 100, true)]
    [InlineData(100, 101, false)]
    public void Certificates_are_counted(int limit, int count, bool fits)
    {
        CertifiedKey identity = new([.. Enumerable.Repeat(NullCryptography.Identity.Chain[0], count)], NullCryptography.Identity.Key!);
        foreach (Sender by in new[] { Sender.Client, Sender.Server })
        {
            ClientHandshakeOptions client = NullCryptography.Client with
            {
                Identities = [by == Sender.Server ? identity : NullCryptography.Identity],
            };
            ServerHandshakeOptions server = NullCryptography.Server with
            {
                Identities = [new ServerIdentity(by == Sender.Client ? identity : NullCryptography.Identity, [])],
                ClientAuthentication = ClientAuthentication.Required,
            };
            client = by == Sender.Client ? client with { MaxPeerCertificates = limit } : client;
            server = by == Sender.Server ? server with { MaxPeerCertificates = limit } : server;
            if (fits)
            {
                Shake.AndTalk(client, server).Dispose();
            }
            else
            {
                Shake.AssertRefused(by, TlsReason.TooManyCertificates, AlertDescription.BadCertificate, client, server);
            }
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_certificate_message_has_a_length_of_its_own(int over, bool fits)
    {
        const int Limit = 5000;
        int overhead = Hello.Encode(Message(NullCryptography.Identity.Chain[0], new byte[1])).Length - HandshakeMessage.HeaderLength - 1;
        var identity = new CertifiedKey(
            [NullCryptography.Identity.Chain[0], new byte[Limit + over - overhead]], NullCryptography.Identity.Key!);
        ClientHandshakeOptions client = NullCryptography.Client with { MaxCertificateMessageLength = Limit };
        ServerHandshakeOptions server = NullCryptography.Server with { Identities = [new ServerIdentity(identity, [])] };
        if (fits)
        {
            Shake.AndTalk(client, server).Dispose();
        }
        else
        {
            Shake.AssertRefused(Sender.Client, TlsReason.MessageTooLong, AlertDescription.IllegalParameter, client, server);
        }
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void Key_updates_in_a_row_are_counted(Sender side)
    {
        byte[] update = NullRecord.Protected(NullRecord.Handshake, Hello.Encode(new KeyUpdate(true)));
        AssertThirtyTwo(side, update, TlsReason.TooManyKeyUpdates);
    }

    [Fact]
    public void Tickets_in_a_row_are_counted()
    {
        byte[] ticket = Hello.Encode(new NewSessionTicket13(60, 0, new byte[1], new byte[1], ExtensionBlock.Empty));
        AssertThirtyTwo(Sender.Client, NullRecord.Protected(NullRecord.Handshake, ticket), TlsReason.TooManyTickets);
    }

    [Fact]
    public void Requests_for_a_certificate_are_counted_over_the_whole_connection()
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client with { PostHandshakeAuthentication = true }, NullCryptography.Server);
        for (int i = 0; i <= 16; i++)
        {
            Assert.Null(pair.Client.Failure);
            pair.Client.Take(NullRecord.Protected(NullRecord.ApplicationData, [1]));
            pair.Client.Take(NullRecord.Protected(NullRecord.Handshake, Hello.Encode(new CertificateRequest13(
                new byte[] { (byte)i }, ExtensionBlock.Of(new SignatureAlgorithms([SignatureScheme.Ed25519]))))));
        }

        Shake.AssertFailed(pair.Client, TlsReason.TooManyCertificateRequests, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void A_server_looks_at_the_first_eight_identities(int unknownBefore, bool isFound)
    {
        using var keys = new ExternalKeys();
        ExternalPreSharedKey[] offered = [.. Enumerable.Range(0, unknownBefore).Select(i => keys.Of(identity: $"unknown {i}")), keys.Of()];
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { PreSharedKeys = offered }, Shake.Server with { PreSharedKeys = [keys.Of()] });

        Assert.Equal(isFound, pair.ClientEngine.Parameters!.IsExternalPreSharedKey);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_client_offers_so_many_sessions(int limit)
    {
        using Engine.Sessions.RotatingTicketProtector tickets = Sessions.SessionTests.Protector();
        ServerHandshakeOptions server = Shake.Server with { Tickets = tickets, TicketCount = 4 };
        using EnginePair first = Shake.Hands(server: server);
        var events = new CollectedEvents();
        using EnginePair second = Shake.Hands(
            Shake.Client with
            {
                Sessions = [.. Enumerable.Range(0, 4).Select(_ => Sessions.SessionTests.Take(first))],
                MaxOfferedSessions = limit,
                Observer = events,
            },
            server);

        ExtensionBlock hello = Hello.Extensions(events.Last(Diagnostics.TlsDirection.Sent, HandshakeType.ClientHello));
        int offered = hello.TryFind(ExtensionType.PreSharedKey, out ReadOnlyMemory<byte> body)
            ? PreSharedKeyOffer.Decode(body).Identities.Length
            : 0;
        Assert.Equal(limit, offered);
    }

    private static void AssertThirtyTwo(Sender side, byte[] record, TlsReason reason)
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        EngineEnd end = side == Sender.Client ? pair.Client : pair.Server;
        for (int round = 0; round < 3; round++)
        {
            Take(end, 32, record);
            Assert.Null(end.Failure);
            end.Take(NullRecord.Protected(NullRecord.ApplicationData, [1]));
        }

        Take(end, 33, record);
        Shake.AssertFailed(end, reason, AlertDescription.UnexpectedMessage);
    }

    private static void Take(EngineEnd end, int count, byte[] record)
    {
        for (int i = 0; i < count; i++)
        {
            end.Take(record);
        }
    }

    private static (EngineEnd End, int Ceiling) Reach(StateCase entry, HandshakeType type)
    {
        (RecordStepper stepper, Sender side) = Conversations.Until(entry.State);
        TlsEngine engine = StateMessageTests.End(stepper, side).Engine;
        HandshakeState state = engine.State;
        return (StateMessageTests.End(stepper, side), state.CeilingFor(type));
    }

    private static byte[] Header(HandshakeType type, int length) => [type.Value, (byte)(length >> 16), (byte)(length >> 8), (byte)length];

    private static Certificate13 Message(params ReadOnlyMemory<byte>[] chain) =>
        new(default, [.. chain.Select(certificate => new CertificateEntry(certificate, ExtensionBlock.Empty))]);
}
