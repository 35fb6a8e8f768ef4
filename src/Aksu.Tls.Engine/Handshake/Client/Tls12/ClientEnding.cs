using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>
/// The end of a client's handshake: both sides change over to the keys and send Finished; the client first in a full handshake, the server
/// first when a session is resumed (RFC 5246 §7.3).
/// </summary>
/// <param name="exchange">What the hellos settled.</param>
/// <param name="parameters">What is agreed.</param>
/// <param name="keys">The keys.</param>
/// <param name="server">Who the server is was decided before.</param>
/// <param name="session">The session that is resumed; null in a full handshake.</param>
internal sealed class ClientEnding(
    ClientExchange exchange, TlsConnectionParameters parameters, ConnectionKeys keys, IdentityAccepted server, TlsSession? session)
    : IDisposable
{
    public ConnectionKeys Keys => keys;

    /// <summary>Sends CertificateVerify (RFC 5246 §7.4.8) and ends this side's half.</summary>
    public HandshakeState SendVerify(HandshakeContext context, SignatureScheme scheme, ReadOnlyMemory<byte> signature)
    {
        context.Send<IHandshakeBody>(exchange.Agreement.Version == ProtocolVersion.Tls12
            ? new CertificateVerify(scheme, signature)
            : new CertificateVerify11(signature));
        return Finish(context);
    }

    /// <summary>Ends this side's half of a full handshake and waits for the server's.</summary>
    public HandshakeState Finish(HandshakeContext context)
    {
        keys.SendFinished(context);
        return AwaitServer();
    }

    /// <summary>The server's half begins with a ticket when it announced one (RFC 5077 §3.3).</summary>
    public HandshakeState AwaitServer() => exchange.AnnouncesTicket
        ? new ExpectNewSessionTicket(this)
        : new ExpectChangeCipherSpec(this, ticket: null);

    /// <summary>The server's Finished verified: the connection stands, once the client has answered where a session is resumed.</summary>
    public HandshakeState Establish(HandshakeContext context, ReceivedTicket? ticket, FinishedVerified finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        ArgumentNullException.ThrowIfNull(server);
        if (session is not null)
        {
            keys.SendFinished(context);
        }

        ReceivedSessions.Keep(context, exchange, parameters, keys, session, ticket);
        context.ReleaseTranscript();
        context.Complete(parameters, keys.IntoExporter());
        exchange.Dispose();
        return new EstablishedClient();
    }

    public void Dispose()
    {
        keys.Dispose();
        exchange.Dispose();
    }
}
