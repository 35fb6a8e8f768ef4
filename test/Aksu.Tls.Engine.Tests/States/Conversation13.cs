using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.States;

/// <summary>
/// One conversation that goes through every state of TLS 1.3: HelloRetryRequest, options and session from the application, both sides with
/// certificates and keys elsewhere, a ticket, and a request for a certificate after the handshake.
/// </summary>
internal static class Conversation13
{
    public static CollectedEvents Events { get; } = new();

    private static ServerHandshakeOptions Server { get; } = NullCryptography.Server with
    {
        Identities = [new ServerIdentity(NullCryptography.RemoteIdentity, [])],
        Groups = [NamedGroup.Secp256r1],
        ClientAuthentication = ClientAuthentication.Required,
        AsksForSessions = true,
        Tickets = new NullTickets(),
        TicketCount = 1,
        Observer = Events,
    };

    private static SuspensionAnswers Answers { get; } = new()
    {
        Options = static request => request.Provide(Server),
        Identity = static request => request.Provide(NullCryptography.RemoteIdentity),
        Signature = static request => request.Provide(new byte[64]),
    };

    /// <summary>The conversation before its first step.</summary>
    public static RecordStepper Begin()
    {
        ClientHandshakeOptions client = NullCryptography.Client with
        {
            AsksForIdentity = true,
            PostHandshakeAuthentication = true,
            PreSharedKeys = [new ExternalKeys().Of(identity: "nobody knows me")],
            Observer = Events,
        };
        var pair = new EnginePair(
            new EngineEnd(new ClientEngine(client), SuspensionAnswers.None),
            new EngineEnd(ServerEngine.ChoosingOptionsByClientHello(Server), SuspensionAnswers.None));
        return new RecordStepper(
            pair,
            Answers,
            NullRecord.OneMessageEach,
            static p => p.Server.RequestClientCertificate(),
            static p => p.Client.RequestKeyUpdate(askPeer: true));
    }
}
