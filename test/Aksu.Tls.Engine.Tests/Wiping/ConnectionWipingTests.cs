using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Wiping;

/// <summary>
/// Whole connections with real keys, cut off or broken at each flight: none leaves a secret. What is wiped by the failure itself is seen
/// before the ends are disposed of.
/// </summary>
[Collection(LivingSecrets.Collection)]
public sealed class ConnectionWipingTests
{
    private const int MostFlights = 12;

    private static readonly RotatingTicketProtector Tickets = SessionTests.Protector();
    private static readonly ExternalKeys Keys = new();
    private static readonly CertifiedKey Identity = TestIdentity.Of(KeyKind.EcP256, "client.example");

    internal static readonly Dictionary<string, (ClientHandshakeOptions Client, ServerHandshakeOptions Server)> Connections = new()
    {
        ["tls13"] = (Shake.Client, Shake.Server with { Tickets = Tickets }),
        ["tls13 mutual"] = (
            Shake.Client with { Identities = [Identity] },
            Shake.Server with { Tickets = Tickets, ClientAuthentication = ClientAuthentication.Required }),
        ["tls13 retried"] = (
            Shake.Client with { KeyShareGroups = [NamedGroup.X25519], PreSharedKeys = [Keys.Of("SHA-384", "another"), Keys.Of()] },
            Shake.Server with
            {
                Groups = [NamedGroup.Secp256r1],
                CipherSuites = [CipherSuite.Aes128GcmSha256],
                PreSharedKeys = [Keys.Of()],
            }),
        ["tls13 external key"] = (
            Shake.Client with { PreSharedKeys = [Keys.Of(identity: "nobody knows me"), Keys.Of()] },
            Shake.Server with { PreSharedKeys = [Keys.Of()] }),
        ["tls13 of two versions"] = (
            Shake.Client, Shake.Server with { Versions = [ProtocolVersion.Tls12], Tickets = Tickets }),
        ["tls12"] = (Older.Client, Older.Server with { Tickets = Tickets }),
        ["tls12 mutual"] = (
            Older.Client with { Identities = [Identity] },
            Older.Server with { Tickets = Tickets, ClientAuthentication = ClientAuthentication.Required }),
        ["tls13 key that fails"] = (Shake.Client, Shake.Server with { Identities = [new ServerIdentity(FailingKey.Identity(), [])] }),
        ["tls12 key that fails"] = (Older.Client, Older.Server with { Identities = [new ServerIdentity(FailingKey.Identity(), [])] }),
        ["tls13 client's key that fails"] = (
            Shake.Client with { Identities = [FailingKey.Identity()] },
            Shake.Server with { ClientAuthentication = ClientAuthentication.Required }),
        ["tls12 client's key that fails"] = (
            Older.Client with { Identities = [FailingKey.Identity()] },
            Older.Server with { ClientAuthentication = ClientAuthentication.Required }),

        // The null provider's ephemeral keys are counted too.
        ["null tls13"] = (NullCryptography.Client, NullCryptography.Server),
        ["null of two versions"] = (
            NullCryptography.Client, NullCryptography.Server with { Versions = [ProtocolVersion.Tls12], Tickets = Tickets }),
        ["null tls12 that throws"] = (
            NullCryptography.Client,
            NullCryptography.Server with { Versions = [ProtocolVersion.Tls12], MessageRewriter = Throwing }),
        ["tls12 field"] = Of(CipherSuite.DheRsaAes128GcmSha256),
        ["tls12 block cipher"] = Of(CipherSuite.EcdheEcdsaAes128CbcSha),
        ["tls12 key transport"] = Of(CipherSuite.RsaAes128GcmSha256),
        ["tls12 external key"] = Of(CipherSuite.PskAes128GcmSha256),
        ["tls12 external key and curve"] = Of(CipherSuite.EcdhePskAes128GcmSha256),
        ["tls12 external key and field"] = Of(CipherSuite.DhePskAes128GcmSha256),
    };

    public static TheoryData<string> Names => [.. Connections.Keys];

    public static TheoryData<ushort, bool> Versions => new() { { 0x0304, true }, { 0x0303, true }, { 0x0303, false } };

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_off(string name)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Connections[name];
        for (int flights = 0; flights <= MostFlights; flights++)
        {
            Assert.Equal(0, LivingSecrets.LeftBy(() => CutOff(client, server, flights)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_off_in_the_middle_of_the_server_s_flight(string name)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Connections[name];
        for (int records = 0; records <= MostFlights; records++)
        {
            Assert.Equal(0, LivingSecrets.LeftBy(() =>
            {
                using var pair = new EnginePair(client, server)
                {
                    InTransit = flight => flight.Number switch
                    {
                        0 => flight.Bytes,
                        1 => [.. WireRecord.Split(flight.Bytes).Take(records).SelectMany(static record => record.Encode())],
                        _ => [],
                    },
                };
                pair.Pump();
            }));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Broken(string name)
    {
        (ClientHandshakeOptions client, ServerHandshakeOptions server) = Connections[name];
        for (int flight = 0; flight <= MostFlights; flight++)
        {
            Assert.Equal(0, LivingSecrets.LeftBy(() => Break(client, server, flight)));
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Resumed_and_cut_off_or_broken(ushort version, bool byTicket)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        for (int flights = 0; flights <= MostFlights; flights++)
        {
            Assert.Equal(0, LivingSecrets.LeftBy(() => Resume(versions, byTicket, flights, CutOff)));
            Assert.Equal(0, LivingSecrets.LeftBy(() => Resume(versions, byTicket, flights, Break)));
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Not_resumed_because_it_does_not_fit(ushort version, bool byTicket)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];
        Assert.Equal(0, LivingSecrets.LeftBy(() => Resume(versions, byTicket, 0, static (client, server, _) =>
        {
            using EnginePair pair = Shake.AndTalk(client, server with { AuthenticationContext = new byte[] { 1 } });
            SessionTests.AssertResumed(pair, false);
            LivingSecrets.DropSessions(pair.ClientEngine);
        })));
    }

    [Fact]
    public void Refused_because_it_is_bound_no_more() => Assert.Equal(0, LivingSecrets.LeftBy(() =>
        Resume([ProtocolVersion.Tls12], byTicket: true, 0, static (client, server, _) =>
        {
            var pair = new EnginePair(
                client with
                {
                    DangerousWithoutExtendedMainSecret = true,
                    MessageRewriter = Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret),
                },
                server);
            pair.Pump();
            Assert.NotNull(pair.Server.Failure);
            Assert.NotNull(pair.Client.Failure);
        })));

    [Fact]
    public void Refused_for_want_of_a_group_when_a_session_was_accepted_already() => Assert.Equal(0, LivingSecrets.LeftBy(() =>
        Resume([ProtocolVersion.Tls13], byTicket: true, 0, static (client, server, _) =>
        {
            // The two share the group by name alone: that the provider lacks it shows when the session is accepted.
            using var pair = new EnginePair(
                client with { Groups = [NamedGroup.X25519] },
                server with
                {
                    Groups = [NamedGroup.X25519, NamedGroup.Secp256r1],
                    Cryptography = new BreakingProvider(new Countdown(int.MaxValue)) { Lacks = "x25519" },
                });
            pair.Pump();
            Assert.Equal(TlsReason.NoCommonGroup, pair.Server.Failure?.Reason);
        })));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Asked_for_a_certificate_afterwards(bool isRefused)
    {
        ClientHandshakeOptions client = Shake.Client with { PostHandshakeAuthentication = true, Identities = [Identity] };
        var answers = new SuspensionAnswers
        {
            Verdict = request =>
            {
                if (isRefused)
                {
                    request.Refuse(AlertDescription.BadCertificate, "Not this one.");
                }
                else
                {
                    request.Accept();
                }
            },
        };
        Assert.Equal(0, LivingSecrets.LeftBy(() =>
        {
            using EnginePair pair = EnginePair.Connect(client, Shake.Server, serverAnswers: answers);
            pair.Server.RequestClientCertificate();
            pair.Pump();
            Assert.Equal(isRefused, pair.Server.Failure is not null);
        }));
    }

    private static ReadOnlyMemory<byte> Throwing(HandshakeType type, ReadOnlyMemory<byte> message) =>
        type == HandshakeType.ServerKeyExchange ? throw new InvalidOperationException("An observer may do so.") : message;

    private static (ClientHandshakeOptions Client, ServerHandshakeOptions Server) Of(CipherSuite suite) =>
        (Older.ClientFor(suite), Older.ServerFor(suite));

    internal static void Resume(
        ProtocolVersion[] versions, bool byTicket, int flights, Action<ClientHandshakeOptions, ServerHandshakeOptions, int> then)
    {
        using var cache = new MemorySessionCache();
        ClientHandshakeOptions client = Shake.Client with { Versions = versions, MaxTickets = 1 };
        ServerHandshakeOptions server = Shake.Server with
        {
            Versions = versions,
            Tickets = byTicket ? Tickets : null,
            SessionCache = byTicket ? null : cache,
        };
        using EnginePair first = Shake.Hands(client, server);
        using TlsSession session = SessionTests.Take(first);
        then(client with { Sessions = [session] }, server, flights);
    }

    private static void CutOff(ClientHandshakeOptions client, ServerHandshakeOptions server, int flights)
    {
        using var pair = new EnginePair(client, server);
        pair.Client.Run();
        pair.Server.Run();
        for (int i = 0; i < flights; i++)
        {
            pair.Carry(i % 2 == 0 ? Sender.Client : Sender.Server);
        }
    }

    private static void Break(ClientHandshakeOptions client, ServerHandshakeOptions server, int number)
    {
        var pair = new EnginePair(client, server)
        {
            // The last byte is of a proof, of a record's tag, or of a value that the proofs cover.
            InTransit = flight => flight.Number == number ? [.. flight.Bytes[..^1], (byte)(flight.Bytes[^1] ^ 1)] : flight.Bytes,
        };
        pair.Pump();
        LivingSecrets.DropSessions(pair.ClientEngine);
        if (pair.Client.Failure is null || pair.Server.Failure is null)
        {
            pair.Dispose();
        }
    }
}
