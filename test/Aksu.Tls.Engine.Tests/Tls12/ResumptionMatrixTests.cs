using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>
/// A session is made under one configuration and offered under another that differs from it in one thing. Wherever the thing matters, there
/// is no resumption, in either direction: the handshake is a full one, or none.
/// </summary>
public sealed class ResumptionMatrixTests : IDisposable
{
    private static readonly Dictionary<string, Configuration> Configurations = new()
    {
        ["base"] = new(),
        ["another name"] = new() { Name = "other.example" },
        ["no name"] = new() { Name = null },
        ["another protocol"] = new() { Protocols = ["http/1.1"] },
        ["no protocol"] = new() { Protocols = [] },
        ["another version"] = new() { Version = ProtocolVersion.Tls11 },
        ["another suite"] = new() { Suite = CipherSuite.EcdheRsaAes256CbcSha },
        ["no extended main secret"] = new() { ExtendedMainSecret = false },
        ["client certificates"] = new() { ClientAuthentication = ClientAuthentication.Required },
        ["client certificates of another authority"] = new()
        {
            ClientAuthentication = ClientAuthentication.Required,
            Authority = "other.example",
        },
        ["another policy of the client"] = new() { ClientPolicy = 1 },
        ["another policy of the server"] = new() { ServerPolicy = 1 },
    };

    private readonly ManualTime _time = new();
    private readonly RotatingTicketProtector _tickets = SessionTests.Protector();
    private readonly MemorySessionCache _cache = new();

    public static TheoryData<string, string, bool> Pairs()
    {
        var pairs = new TheoryData<string, string, bool>();
        foreach (string made in Configurations.Keys)
        {
            foreach (string offered in Configurations.Keys)
            {
                pairs.Add(made, offered, true);
                pairs.Add(made, offered, false);
            }
        }

        return pairs;
    }

    public void Dispose()
    {
        _tickets.Dispose();
        _cache.Dispose();
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Resumes_only_under_the_configuration_that_made_the_session(string made, string offered, bool byTicket)
    {
        using EnginePair first = Shake.Hands(Client(Configurations[made]), Server(Configurations[made], byTicket));
        using TlsSession session = SessionTests.Take(first);

        // A client that would pass the session over is made to offer it all the same: the server has to see for itself.
        foreach (bool isHonest in new[] { true, false })
        {
            Configuration configuration = Configurations[offered];
            if (!isHonest && Configurations[made] with { ClientPolicy = configuration.ClientPolicy } == configuration)
            {
                // Its own policy is for the client alone to keep.
                continue;
            }

            using TlsSession shown = isHonest ? TlsSession.Import(session.Export()) : Disguise(session, configuration);
            using EnginePair second = new EnginePair(
                Client(configuration) with { Sessions = [shown] }, Server(configuration, byTicket));
            second.Pump();

            if (made == offered)
            {
                Assert.Null(second.Client.Failure);
                SessionTests.AssertResumed(second, true);
            }
            else if (second.Client.Failure is null)
            {
                SessionTests.AssertResumed(second, false);
            }
            else
            {
                // No honest client of this library leaves the extended main secret out; that one was made to.
                Assert.True(!isHonest || !configuration.ExtendedMainSecret);
                Assert.False(second.Server.Engine.IsEstablished);
            }
        }
    }

    private ClientHandshakeOptions Client(Configuration configuration) => (ClientHandshakeOptions)Allow(
        Older.Client with
        {
            ServerName = configuration.Name,
            ApplicationProtocols = configuration.Protocols,
            Time = _time,
            Identities = [TestIdentity.Of(KeyKind.EcP256, "client.example"), TestIdentity.Of(KeyKind.Rsa, "other.example")],
            AuthenticationContext = new[] { configuration.ClientPolicy },
            DangerousWithoutExtendedMainSecret = !configuration.ExtendedMainSecret,
            MessageRewriter = configuration.ExtendedMainSecret ? null : Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret),
        },
        configuration);

    private ServerHandshakeOptions Server(Configuration configuration, bool byTicket) => (ServerHandshakeOptions)Allow(
        Older.Server with
        {
            ApplicationProtocols = configuration.Protocols,
            Time = _time,
            Tickets = byTicket ? _tickets : null,
            SessionCache = byTicket ? null : _cache,
            ClientAuthentication = configuration.ClientAuthentication,
            ClientCertificateAuthorities = configuration.ClientAuthentication == ClientAuthentication.None
                ? []
                : [TestCertificate.NameOf(configuration.Authority)],
            AuthenticationContext = new[] { configuration.ServerPolicy },
            DangerousWithoutExtendedMainSecret = !configuration.ExtendedMainSecret,
        },
        configuration);

    private static HandshakeOptions Allow(HandshakeOptions options, Configuration configuration) =>
        Older.Allow(options, configuration.Suite, configuration.Version) with { CipherSuites = [configuration.Suite] };

    /// <summary>The session as it would be if it had been made under the other configuration: what a lying client would offer.</summary>
    private static TlsSession Disguise(TlsSession session, Configuration configuration) => new(Secret.CopyOf(session.SecretBytes))
    {
        Version = configuration.Version,
        CipherSuite = configuration.Suite,
        ServerName = configuration.Name,
        ApplicationProtocol = configuration.Protocols.Length > 0 ? configuration.Protocols[0] : null,
        ReceivedAt = session.ReceivedAt,
        AuthenticatedAt = session.AuthenticatedAt,
        Lifetime = session.Lifetime,
        PeerCertificates = session.PeerCertificates,
        AuthenticationContext = new[] { configuration.ClientPolicy },
        Ticket = session.Ticket,
        SessionId = session.SessionId,
        ExtendedMainSecret = configuration.ExtendedMainSecret,
    };

    private sealed record Configuration
    {
        private static readonly string[] Http2 = ["h2"];

        public string? Name { get; init; } = "test.example";

        public string[] Protocols { get; init; } = Http2;

        public ProtocolVersion Version { get; init; } = ProtocolVersion.Tls12;

        public CipherSuite Suite { get; init; } = CipherSuite.EcdheRsaAes128CbcSha;

        public bool ExtendedMainSecret { get; init; } = true;

        public ClientAuthentication ClientAuthentication { get; init; }

        public string Authority { get; init; } = "client.example";

        public byte ClientPolicy { get; init; }

        public byte ServerPolicy { get; init; }
    }
}
