using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;
using CsCheck;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>
/// Whatever the order in which both ends send, change keys, ask for a certificate, and get pieces of what the other sent: all data
/// arrives, in its order, and nothing fails.
/// </summary>
public sealed class InterleavingTests
{
    private static readonly Move[] Of12 = [Move.ClientSends, Move.ServerSends, Move.ServerGets, Move.ClientGets];

    private static readonly ClientHandshakeOptions Client = Shake.Client with
    {
        PostHandshakeAuthentication = true,
        Identities = [TestIdentity.Of(KeyKind.EcP256)],
        RecordsPerKey = 16,
    };

    private static readonly ServerHandshakeOptions Server = Shake.Server with { RecordsPerKey = 17, MaxRecordContent = 100 };

    /// <summary>What happens next; how many bytes are sent or arrive is drawn as well.</summary>
    public enum Move
    {
        ClientSends,
        ServerSends,
        ServerGets,
        ClientGets,
        ClientChangesKey,
        ServerChangesKey,
        ClientAsksForKeys,
        ServerAsksForKeys,
        ServerIssuesTicket,
        ServerAsksForCertificate,
    }

    [Fact]
    public void Any_order_in_TLS_1_3() => Check(Enum.GetValues<Move>(), Client, Server);

    [Fact]
    public void Any_order_in_TLS_1_2() => Check(
        Of12,
        Older.Client,
        Older.Server with { MaxRecordContent = 100 });

    private static void Check(Move[] steps, ClientHandshakeOptions client, ServerHandshakeOptions server) => Gen
        .Select(Gen.Int[0, steps.Length - 1].Select(i => steps[i]), Gen.Int[1, 300])
        .Array[1, 60]
        .Sample(
            moves =>
            {
                using RotatingTicketProtector tickets = SessionTests.Protector();
                using EnginePair pair = Shake.Hands(client, server with { Tickets = tickets });
                new Play(pair).Run(moves);
            },
            iter: 60,
            threads: 1);

    private sealed class Play(EnginePair pair)
    {
        private readonly List<byte> _toServer = [];
        private readonly List<byte> _toClient = [];
        private readonly List<byte> _sentByClient = [];
        private readonly List<byte> _sentByServer = [];
        private byte _next;
        private bool _hasAsked;

        public void Run(IEnumerable<(Move Move, int Length)> moves)
        {
            foreach ((Move step, int length) in moves)
            {
                Do(step, length);
                AssertNoFailure();
            }

            while (Get(pair.Server, pair.Client, _toServer, int.MaxValue) | Get(pair.Client, pair.Server, _toClient, int.MaxValue))
            {
                AssertNoFailure();
            }

            Assert.Equal(_sentByClient, pair.Server.ReceivedData);
            Assert.Equal(_sentByServer, pair.Client.ReceivedData);
            Assert.Equal(_hasAsked, pair.ServerEngine.Parameters!.PeerCertificates.Count > 0);
        }

        private void Do(Move step, int length)
        {
            switch (step)
            {
                case Move.ClientSends:
                    Send(pair.Client, _sentByClient, length);
                    break;
                case Move.ServerSends:
                    Send(pair.Server, _sentByServer, length);
                    break;
                case Move.ServerGets:
                    Get(pair.Server, pair.Client, _toServer, length);
                    break;
                case Move.ClientGets:
                    Get(pair.Client, pair.Server, _toClient, length);
                    break;
                case Move.ServerIssuesTicket:
                    pair.Server.IssueTicket();
                    break;
                case Move.ServerAsksForCertificate when !_hasAsked:
                    // One at a time, and one is enough here.
                    _hasAsked = true;
                    pair.Server.RequestClientCertificate();
                    break;
                case Move.ServerAsksForCertificate:
                    break;
                default:
                    bool isClient = step is Move.ClientChangesKey or Move.ClientAsksForKeys;
                    (isClient ? pair.Client : pair.Server).RequestKeyUpdate(step is Move.ClientAsksForKeys or Move.ServerAsksForKeys);
                    break;
            }
        }

        private void Send(EngineEnd end, List<byte> sent, int length)
        {
            byte[] data = [.. Enumerable.Range(0, length).Select(_ => _next++)];
            sent.AddRange(data);
            end.Send(data);
        }

        // The rest waits on the way.
        private static bool Get(EngineEnd receiver, EngineEnd sender, List<byte> way, int length)
        {
            way.AddRange(sender.TakeOutput());
            int count = Math.Min(length, way.Count);
            receiver.Take([.. way.Take(count)]);
            way.RemoveRange(0, count);
            return count > 0;
        }

        private void AssertNoFailure()
        {
            Assert.Null(pair.Client.Failure);
            Assert.Null(pair.Server.Failure);
        }
    }
}
