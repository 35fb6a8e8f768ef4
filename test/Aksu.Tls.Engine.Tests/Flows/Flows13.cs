using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>Conversations over TLS 1.3.</summary>
internal static class Flows13
{
    private static readonly Action<EnginePair>[] TalkAndClose =
    [
        static pair => pair.Client.Send("a question"u8),
        static pair => pair.Server.Send("an answer"u8),
        static pair => pair.Client.Shutdown(),
        static pair => pair.Server.Shutdown(),
    ];

    /// <summary>One server certificate, GREASE, middlebox compatibility: what happens most.</summary>
    public static Flow Simple { get; } = new("tls13-simple", static () => Ends("simple"), TalkAndClose);

    public static Flow MutualWithTickets { get; } = new(
        "tls13-mutual-tickets",
        static () => Ends(
            "mutual",
            static (client, provider) => client with
            {
                Identities = [TestIdentity.Of(KeyKind.EcP256, "client.example", 1, provider)],
                ApplicationProtocols = ["h2", "http/1.1"],
                Grease = false,
            },
            static (server, provider) => server with
            {
                Identities = [new ServerIdentity(TestIdentity.Of(KeyKind.EcP256, Shake.Name, 0, provider), [])],
                ClientAuthentication = ClientAuthentication.Required,
                ClientCertificateAuthorities = [TestCertificate.NameOf("client.example")],
                ApplicationProtocols = ["h2"],
                CipherSuites = [CipherSuite.Aes256GcmSha384],
                Tickets = Tickets(provider),
            }),
        TalkAndClose);

    public static Flow HelloRetry { get; } = new(
        "tls13-hello-retry",
        static () => Ends(
            "retry",
            static (client, _) => client,
            static (server, _) => server with { Groups = [NamedGroup.Secp256r1], SendsCookie = true }),
        TalkAndClose);

    public static Flow Resumed { get; } = new("tls13-resumed", MakeResumed, TalkAndClose);

    public static Flow ExternalKey { get; } = new(
        "tls13-external-key",
        static () => Ends(
            "external",
            static (client, _) => client with { PreSharedKeys = [new ExternalKeys().Of()], MiddleboxCompatibility = false, Grease = false },
            static (server, _) => server with { PreSharedKeys = [new ExternalKeys().Of()] }),
        TalkAndClose);

    public static Flow AfterHandshake { get; } = new(
        "tls13-after-handshake",
        static () => Ends(
            "after",
            static (client, provider) => client with
            {
                PostHandshakeAuthentication = true,
                Identities = [TestIdentity.Of(KeyKind.Ed25519, "client.example", 1, provider)],
                CipherSuites = [CipherSuite.ChaCha20Poly1305Sha256],
            },
            static (server, _) => server),
        [
            static pair => pair.Server.RequestClientCertificate(),
            static pair => pair.Client.RequestKeyUpdate(askPeer: true),
            static pair => pair.Server.RequestKeyUpdate(askPeer: false),
            .. TalkAndClose,
        ]);

    public static Flow SmallRecords { get; } = new(
        "tls13-small-records",
        static () => Ends(
            "small",
            static (client, _) => client with { RecordSizeLimit = 64, RecordPadding = 16, MiddleboxCompatibility = false, Grease = false },
            static (server, _) => server with { RecordSizeLimit = 100, RecordPadding = 32 }),
        TalkAndClose);

    /// <summary>Both sides have TLS 1.2 as well: who changes the hello on the way must not get them down to it.</summary>
    public static Flow WithOlderVersion { get; } = new(
        "tls13-with-older-version",
        static () => Ends(
            "older",
            static (client, _) => client with { Versions = DefaultParameters.Versions },
            static (server, _) => server with { Versions = DefaultParameters.Versions }),
        TalkAndClose);

    public static IReadOnlyList<Flow> All { get; } =
        [Simple, MutualWithTickets, HelloRetry, Resumed, ExternalKey, AfterHandshake, SmallRecords, WithOlderVersion];

    private static FlowEnds Ends(
        string seed,
        Func<ClientHandshakeOptions, CryptographyProvider, ClientHandshakeOptions>? client = null,
        Func<ServerHandshakeOptions, CryptographyProvider, ServerHandshakeOptions>? server = null)
    {
        var events = new FlowEvents();
        var clientProvider = new DeterministicCryptographyProvider(seed + " client");
        var serverProvider = new DeterministicCryptographyProvider(seed + " server");
        var time = new ManualTime();
        ClientHandshakeOptions clientOptions = Shake.Client with
        {
            Versions = [ProtocolVersion.Tls13],
            Cryptography = clientProvider,
            Time = time,
            Observer = events.Of(Sender.Client),
        };
        ServerHandshakeOptions serverOptions = new()
        {
            Versions = [ProtocolVersion.Tls13],
            Cryptography = serverProvider,
            Time = time,
            Observer = events.Of(Sender.Server),
            Identities = [new ServerIdentity(TestIdentity.Of(KeyKind.Ed25519, Shake.Name, 0, serverProvider), [])],
        };
        return new FlowEnds(
            new EngineEnd(new ClientEngine(client?.Invoke(clientOptions, clientProvider) ?? clientOptions), SuspensionAnswers.Default),
            new EngineEnd(new ServerEngine(server?.Invoke(serverOptions, serverProvider) ?? serverOptions), SuspensionAnswers.Default),
            events);
    }

    private static FlowEnds MakeResumed()
    {
        using RotatingTicketProtector first = Tickets(new DeterministicCryptographyProvider("tickets"));
        FlowEnds full = Ends("first", null, (server, _) => server with { Tickets = first, TicketCount = 1 });
        using var pair = new EnginePair(full.Client, full.Server);
        pair.Shake();
        TlsSession session = Sessions.SessionTests.Take(pair);

        // The same keys again: the protector is made anew and goes through the same draws.
        RotatingTicketProtector second = Tickets(new DeterministicCryptographyProvider("tickets"));
        second.Protect([], new ManualTime().GetUtcNow());
        return Ends(
            "resumed",
            (client, _) => client with { Sessions = [session] },
            (server, _) => server with { Tickets = second, TicketCount = 1 });
    }

    private static RotatingTicketProtector Tickets(CryptographyProvider provider) =>
        new(provider, TimeSpan.FromHours(1), TimeSpan.FromHours(12));
}
