using Aksu.Cryptography;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>
/// Conversations that together go through every state of TLS 1.2: both sides with certificates and keys elsewhere, with a stapled response
/// and without, a ticket that nobody knows and a new one, and a pre-shared key.
/// </summary>
internal static class Conversation12
{
    private static readonly ProtocolVersion[] Versions = [ProtocolVersion.Tls12];
    private static readonly CipherSuite[] Suites = [CipherSuite.EcdheEcdsaAes128GcmSha256];

    private static readonly SuspensionAnswers Answers = new()
    {
        Identity = static request => request.Provide(NullCryptography.RemoteIdentity),
        Signature = static request => request.Provide(new byte[64]),
    };

    private static readonly ClientHandshakeOptions Client = NullCryptography.Client with { Versions = Versions, CipherSuites = Suites };

    private static readonly ServerHandshakeOptions Server = NullCryptography.Server with { Versions = Versions, CipherSuites = Suites };

    /// <summary>Each conversation before its first step.</summary>
    public static IEnumerable<RecordStepper> All
    {
        get
        {
            yield return Begin(WithCertificates, ServerOf(new byte[] { 0x30, 0 }));
            yield return Begin(Client, ServerOf(default) with { ClientAuthentication = ClientAuthentication.None });
            yield return Begin(
                Client with { PreSharedKeys = [Older.PreSharedKey], CipherSuites = [CipherSuite.EcdhePskAes128GcmSha256] },
                Server with { PreSharedKeys = [Older.PreSharedKey], CipherSuites = [CipherSuite.EcdhePskAes128GcmSha256] });
        }
    }

    private static ClientHandshakeOptions WithCertificates => Client with { AsksForIdentity = true, Sessions = [Unknown()] };

    private static ServerHandshakeOptions ServerOf(ReadOnlyMemory<byte> ocspResponse) => Server with
    {
        Identities = [new ServerIdentity(NullCryptography.RemoteIdentity with { OcspResponse = ocspResponse }, [])],
        ClientAuthentication = ClientAuthentication.Required,
        AsksForSessions = true,
        Tickets = new NullTickets(),
    };

    private static RecordStepper Begin(ClientHandshakeOptions client, ServerHandshakeOptions server) => new(
        new EnginePair(
            new EngineEnd(new ClientEngine(client), SuspensionAnswers.None),
            new EngineEnd(new ServerEngine(server), SuspensionAnswers.None)),
        Answers,
        cut: null);

    /// <summary>A session whose ticket no server knows.</summary>
    private static TlsSession Unknown() => new(new Secret(48))
    {
        Version = ProtocolVersion.Tls12,
        CipherSuite = Suites[0],
        ServerName = Shake.Name,
        ApplicationProtocol = null,
        ReceivedAt = DateTimeOffset.UtcNow,
        AuthenticatedAt = DateTimeOffset.UtcNow,
        Lifetime = TimeSpan.FromHours(1),
        PeerCertificates = NullCryptography.Identity.Chain,
        AuthenticationContext = default,
        Ticket = new byte[] { 9 },
    };
}
