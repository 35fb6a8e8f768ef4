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

/// <summary>Conversations over TLS 1.2.</summary>
internal static class Flows12
{
    private static readonly Action<EnginePair>[] TalkAndClose =
    [
        static pair => pair.Client.Send("a question"u8),
        static pair => pair.Server.Send("an answer"u8),
        static pair => pair.Client.Shutdown(),
        static pair => pair.Server.Shutdown(),
    ];

    public static Flow Simple { get; } = new(
        "tls12-simple", static () => Ends("simple", CipherSuite.EcdheEcdsaAes128GcmSha256), TalkAndClose);

    public static Flow MutualWithTickets { get; } = new(
        "tls12-mutual-tickets",
        static () => Ends(
            "mutual",
            CipherSuite.EcdheEcdsaChaCha20Poly1305Sha256,
            static (client, provider) => client with
            {
                Identities = [TestIdentity.Of(KeyKind.EcP256, "client.example", 1, provider)],
                ApplicationProtocols = ["h2", "http/1.1"],
            },
            static (server, provider) => server with
            {
                ClientAuthentication = ClientAuthentication.Required,
                ClientCertificateAuthorities = [TestCertificate.NameOf("client.example")],
                ApplicationProtocols = ["h2"],
                Tickets = Tickets(provider),
            }),
        TalkAndClose);

    public static Flow BlockCipher { get; } = new(
        "tls12-block-cipher", static () => Ends("cbc", CipherSuite.EcdheEcdsaAes128CbcSha), TalkAndClose);

    public static Flow Resumed { get; } = new("tls12-resumed", MakeResumed, TalkAndClose);

    /// <summary>The client comes back under the identifier that the server keeps.</summary>
    public static Flow ResumedByIdentifier { get; } = new("tls12-resumed-identifier", MakeResumedByIdentifier, TalkAndClose);

    public static Flow ExternalKey { get; } = new(
        "tls12-external-key",
        static () => Ends(
            "external",
            CipherSuite.EcdhePskAes256GcmSha384,
            static (client, _) => client with { PreSharedKeys = [Older.PreSharedKey] },
            static (server, _) => server with { PreSharedKeys = [Older.PreSharedKey] }),
        TalkAndClose);

    /// <summary>The oldest of all: MD5 and SHA-1, vectors that chain, the MAC under the encryption.</summary>
    public static Flow Oldest { get; } = new(
        "tls10-block-cipher",
        static () => Ends(
            "oldest",
            CipherSuite.EcdheEcdsaAes128CbcSha,
            static (client, _) => (ClientHandshakeOptions)AsOld(client),
            static (server, _) => (ServerHandshakeOptions)AsOld(server)),
        TalkAndClose);

    public static IReadOnlyList<Flow> All { get; } =
        [Simple, MutualWithTickets, BlockCipher, Resumed, ResumedByIdentifier, ExternalKey, Oldest];

    private static HandshakeOptions AsOld(HandshakeOptions options) =>
        options with { Versions = [ProtocolVersion.Tls10], DangerousLegacyVersions = true, EncryptThenMac = false };

    private static FlowEnds Ends(
        string seed,
        CipherSuite suite,
        Func<ClientHandshakeOptions, CryptographyProvider, ClientHandshakeOptions>? client = null,
        Func<ServerHandshakeOptions, CryptographyProvider, ServerHandshakeOptions>? server = null)
    {
        var events = new FlowEvents();
        var clientProvider = new DeterministicCryptographyProvider(seed + " client 1.2");
        var serverProvider = new DeterministicCryptographyProvider(seed + " server 1.2");
        var time = new ManualTime();
        var clientOptions = new ClientHandshakeOptions
        {
            ServerName = Shake.Name,
            Versions = [ProtocolVersion.Tls12],
            CipherSuites = [suite],
            Groups = [NamedGroup.X25519, NamedGroup.Secp256r1],
            Cryptography = clientProvider,
            Time = time,
            Observer = events.Of(Sender.Client),
        };
        var serverOptions = new ServerHandshakeOptions
        {
            Versions = [ProtocolVersion.Tls12],
            CipherSuites = [suite],
            Groups = [NamedGroup.X25519, NamedGroup.Secp256r1],
            Cryptography = serverProvider,
            Time = time,
            Observer = events.Of(Sender.Server),
            Identities = [new ServerIdentity(TestIdentity.Of(KeyKind.EcP256, Shake.Name, 0, serverProvider), [])],
        };
        return new FlowEnds(
            new EngineEnd(new ClientEngine(client?.Invoke(clientOptions, clientProvider) ?? clientOptions), SuspensionAnswers.Default),
            new EngineEnd(new ServerEngine(server?.Invoke(serverOptions, serverProvider) ?? serverOptions), SuspensionAnswers.Default),
            events);
    }

    private static FlowEnds MakeResumed()
    {
        using RotatingTicketProtector first = Tickets(new DeterministicCryptographyProvider("tickets 1.2"));
        FlowEnds full = Ends("first", CipherSuite.EcdheEcdsaAes128GcmSha256, null, (server, _) => server with { Tickets = first });
        using var pair = new EnginePair(full.Client, full.Server);
        pair.Shake();
        TlsSession session = Sessions.SessionTests.Take(pair);

        // The same keys again: the protector is made anew and goes through the same draws.
        RotatingTicketProtector second = Tickets(new DeterministicCryptographyProvider("tickets 1.2"));
        second.Protect([], new ManualTime().GetUtcNow());
        return Ends(
            "resumed",
            CipherSuite.EcdheEcdsaAes128GcmSha256,
            (client, _) => client with { Sessions = [session] },
            (server, _) => server with { Tickets = second });
    }

    private static FlowEnds MakeResumedByIdentifier()
    {
        var cache = new MemorySessionCache();
        FlowEnds full = Ends("first", CipherSuite.EcdheEcdsaAes128GcmSha256, null, (server, _) => server with { SessionCache = cache });
        using var pair = new EnginePair(full.Client, full.Server);
        pair.Shake();
        TlsSession session = Sessions.SessionTests.Take(pair);
        return Ends(
            "resumed identifier",
            CipherSuite.EcdheEcdsaAes128GcmSha256,
            (client, _) => client with { Sessions = [session] },
            (server, _) => server with { SessionCache = cache });
    }

    private static RotatingTicketProtector Tickets(CryptographyProvider provider) =>
        new(provider, TimeSpan.FromHours(1), TimeSpan.FromHours(12));
}
