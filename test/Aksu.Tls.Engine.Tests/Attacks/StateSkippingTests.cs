using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// A peer leaves a message out, or sends it twice, and hopes that the proof in it is not missed (SMACK, EarlyCCS and their kind). Every
/// message of every kind of handshake, by both sides.
/// </summary>
/// <seealso cref="States.StateMessageTests"/>
public sealed class StateSkippingTests
{
    private static readonly TlsReason[] FoundOut =
    [
        TlsReason.UnexpectedMessage, TlsReason.KeyChangeNotAligned, TlsReason.InvalidChangeCipherSpec, TlsReason.BadRecord,
        TlsReason.BadFinished, TlsReason.BadSignature, TlsReason.PlaintextRecord, TlsReason.UnexpectedRecord,
    ];

    public static TheoryData<string, Sender, byte, bool> Messages()
    {
        var cases = new TheoryData<string, Sender, byte, bool>();
        foreach (string kind in (string[])["1.3", "1.3 mutual", "1.3 resumed", "1.2", "1.2 mutual", "1.2 rsa", "1.2 resumed"])
        {
            using var recorded = new Recorded(kind, change: null, by: Sender.Client);
            recorded.Pair.Shake();
            foreach (Sender sender in (Sender[])[Sender.Client, Sender.Server])
            {
                IEnumerable<HandshakeType> types = recorded.EventsOf(sender).Types(Diagnostics.TlsDirection.Sent);
                foreach (byte type in types.Select(static type => type.Value).Distinct())
                {
                    cases.Add(kind, sender, type, true);
                    cases.Add(kind, sender, type, false);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void No_message_is_missed_and_none_is_taken_twice(string kind, Sender by, byte type, bool isLeftOut)
    {
        var skipped = new HandshakeType(type);
        if ((skipped == HandshakeType.NewSessionTicket && kind[..3] == "1.3") || (isLeftOut && skipped == HandshakeType.CertificateRequest))
        {
            // A ticket of TLS 1.3 may come or stay away, and a server need not ask; where it forgets that it did not, it cheats itself.
            return;
        }

        using var run = new Recorded(
            kind, (sent, message) => sent != skipped ? message : isLeftOut ? default : (byte[])[.. message.Span, .. message.Span], by);
        run.Pair.Pump();

        // The side that is cheated never believes in a connection.
        EngineEnd cheated = by == Sender.Client ? run.Pair.Server : run.Pair.Client;
        bool isLast = !isLeftOut && skipped == HandshakeType.Finished;
        Assert.True(!cheated.Engine.IsEstablished || (isLast && cheated.Failure is not null));
        if (cheated.Failure is { SentByPeer: false } failure)
        {
            Assert.Contains(failure.Reason, FoundOut);
        }
    }

    [Theory]
    [InlineData("1.3 mutual")]
    [InlineData("1.2 mutual")]
    public void A_client_that_does_not_prove_its_certificate_gets_nowhere(string kind)
    {
        using var run = new Recorded(
            kind, static (sent, message) => sent == HandshakeType.CertificateVerify ? default : message, Sender.Client);
        run.Pair.Pump();
        Assert.Equal(TlsReason.UnexpectedMessage, run.Pair.Server.Failure!.Reason == TlsReason.InvalidChangeCipherSpec
            ? TlsReason.UnexpectedMessage
            : run.Pair.Server.Failure.Reason);
    }

    [Theory]
    [InlineData("1.3")]
    [InlineData("1.2")]
    public void A_server_that_does_not_prove_its_certificate_gets_nowhere(string kind)
    {
        HandshakeType proof = kind == "1.3" ? HandshakeType.CertificateVerify : HandshakeType.ServerKeyExchange;
        using var run = new Recorded(kind, (sent, message) => sent == proof ? default : message, Sender.Server);
        run.Pair.Pump();
        Assert.Equal(TlsReason.UnexpectedMessage, run.Pair.Client.Failure!.Reason);
        Assert.Empty(run.Pair.Client.Requests);
    }

    /// <summary>A conversation in which one side's messages may be changed.</summary>
    private sealed class Recorded : IDisposable
    {
        private readonly RotatingTicketProtector _tickets = SessionTests.Protector();
        private readonly CollectedEvents _client = new();
        private readonly CollectedEvents _server = new();

        public Recorded(string kind, Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? change, Sender by)
        {
            bool is13 = kind.StartsWith("1.3", StringComparison.Ordinal);
            bool isMutual = kind.EndsWith("mutual", StringComparison.Ordinal);
            bool isRsa = kind.EndsWith("rsa", StringComparison.Ordinal);
            CipherSuite rsa = CipherSuite.RsaAes128GcmSha256;
            ClientHandshakeOptions client = (is13 ? Shake.Client : isRsa ? Older.ClientFor(rsa) : Older.Client) with
            {
                Versions = [is13 ? ProtocolVersion.Tls13 : ProtocolVersion.Tls12],
                Identities = isMutual ? [TestIdentity.Of(Cryptography.KeyKind.EcP256)] : [],
            };
            ServerHandshakeOptions server = (is13 ? Shake.Server : isRsa ? Older.ServerFor(rsa) : Older.Server) with
            {
                Versions = client.Versions,
                ClientAuthentication = isMutual ? ClientAuthentication.Required : ClientAuthentication.None,
                Tickets = _tickets,
            };
            if (kind.EndsWith("resumed", StringComparison.Ordinal))
            {
                using EnginePair first = Shake.Hands(client, server);
                client = client with { Sessions = [SessionTests.Take(first)] };
            }

            Pair = new EnginePair(
                client with { Observer = _client, MessageRewriter = by == Sender.Client ? change : null },
                server with { Observer = _server, MessageRewriter = by == Sender.Server ? change : null });
        }

        public EnginePair Pair { get; }

        public CollectedEvents EventsOf(Sender sender) => sender == Sender.Client ? _client : _server;

        public void Dispose()
        {
            Pair.Dispose();
            _tickets.Dispose();
        }
    }
}
