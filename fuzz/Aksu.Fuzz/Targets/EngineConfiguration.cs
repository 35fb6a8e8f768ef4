using Aksu.Cryptography;
using Aksu.Testing;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Fuzz.Targets;

/// <summary>
/// Options for a client and a server that one byte decides, so that a fuzzer wanders through configurations as it does through bytes. No
/// cryptography: whatever it writes gets past Finished and CertificateVerify.
/// </summary>
/// <param name="choice">Two bits for the versions, then one for each of the rest.</param>
internal readonly struct EngineConfiguration(byte choice)
{
    private const string Name = "fuzz.example";

    private static readonly ProtocolVersion[][] VersionSets =
    [
        [ProtocolVersion.Tls13],
        [ProtocolVersion.Tls12],
        [ProtocolVersion.Tls13, ProtocolVersion.Tls12],
        [ProtocolVersion.Tls12, ProtocolVersion.Tls11, ProtocolVersion.Tls10],
    ];

    private static readonly NullCryptographyProvider Shared = new();
    private static readonly CertifiedKey Identity = TestIdentity.Of(KeyKind.EcP256, Name, provider: Shared);
    private static readonly CertifiedKey RsaIdentity = TestIdentity.Of(KeyKind.Rsa, Name, provider: Shared);
    private static readonly ManualTime Clock = new();

    private static readonly CipherSuite[] OldSuites =
    [
        .. SuiteTable.Suites.Where(suite => !DefaultParameters.CipherSuites.Contains(suite)).OrderBy(suite => suite.Value),
    ];

    private ProtocolVersion[] Versions => VersionSets[choice & 3];

    /// <summary>Certificates of the client: asked for, and presented.</summary>
    public bool ClientCertificates => (choice & 4) != 0;

    /// <summary>A key that both have.</summary>
    public bool PreSharedKey => (choice & 8) != 0;

    /// <summary>Tickets, identifiers, and a session from before.</summary>
    public bool Sessions => (choice & 16) != 0;

    /// <summary>After the handshake of TLS 1.3.</summary>
    public bool AfterHandshake => (choice & 32) != 0;

    /// <summary>Everything that has to be asked for by a name that begins with Dangerous.</summary>
    public bool Old => (choice & 64) != 0;

    /// <summary>Bytes arrive in small pieces.</summary>
    public bool SmallPieces => (choice & 128) != 0;

    /// <summary>A client's options.</summary>
    /// <param name="session">What <see cref="Sessions"/> offers.</param>
    public ClientHandshakeOptions Client(TlsSession? session) => (ClientHandshakeOptions)Both(new ClientHandshakeOptions
    {
        ServerName = Name,
        Grease = !Old,
        Identities = ClientCertificates ? [Identity] : [],
        Sessions = Sessions && session is not null ? [session] : [],
        PostHandshakeAuthentication = AfterHandshake && Versions.Contains(ProtocolVersion.Tls13),
    });

    /// <summary>A server's options.</summary>
    /// <param name="cache">Where <see cref="Sessions"/> are.</param>
    public ServerHandshakeOptions Server(SessionCache? cache) => (ServerHandshakeOptions)Both(new ServerHandshakeOptions
    {
        Identities = [new ServerIdentity(Identity, [Name]), new ServerIdentity(RsaIdentity, [])],
        ClientAuthentication = ClientCertificates ? ClientAuthentication.Requested : ClientAuthentication.None,
        SessionCache = Sessions ? cache : null,
        Tickets = Sessions ? new OpenTickets() : null,
        SendsCookie = AfterHandshake,
    });

    private HandshakeOptions Both(HandshakeOptions options) => options with
    {
        Cryptography = new NullCryptographyProvider(),
        Time = Clock,
        Versions = Versions,
        CipherSuites = Old ? [.. DefaultParameters.CipherSuites, .. OldSuites] : DefaultParameters.CipherSuites,
        Groups = Old ? [.. DefaultParameters.Groups, NamedGroup.Ffdhe2048] : DefaultParameters.Groups,
        DangerousLegacyVersions = (choice & 3) == 3,
        DangerousRsaKeyTransport = Old,
        DangerousWithoutExtendedMainSecret = Old,
        DangerousPskWithoutForwardSecrecy = Old,
        ApplicationProtocols = ["h2", "http/1.1"],
        PreSharedKeys = PreSharedKey ? [new ExternalPreSharedKey("key"u8.ToArray(), Secret.CopyOf(new byte[32]))] : [],
    };

    /// <summary>Tickets that are what they hold: the fuzzer writes them.</summary>
    private sealed class OpenTickets : TicketProtector
    {
        public override byte[] Protect(ReadOnlySpan<byte> state, DateTimeOffset now) => state.ToArray();

        public override Secret? Unprotect(ReadOnlySpan<byte> ticket, DateTimeOffset now) => Secret.CopyOf(ticket);
    }
}
