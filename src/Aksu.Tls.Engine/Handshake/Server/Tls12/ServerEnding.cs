using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>
/// The end of a server's handshake: both sides change over to the keys and send Finished; the client first in a full handshake, the server
/// first when a session is resumed (RFC 5246 §7.3).
/// </summary>
/// <param name="exchange">What the hellos settled.</param>
/// <param name="parameters">What is agreed.</param>
/// <param name="keys">The keys.</param>
internal sealed class ServerEnding(ServerExchange exchange, TlsConnectionParameters parameters, ConnectionKeys keys) : IDisposable
{
    public ServerExchange Exchange => exchange;

    public TlsConnectionParameters Parameters => parameters;

    public ConnectionKeys Keys => keys;

    /// <summary>The same with more that is agreed; takes this object's place.</summary>
    public ServerEnding With(TlsConnectionParameters known) => new(exchange, known, keys);

    /// <summary>The client's Finished verified and who it is was decided: the connection stands.</summary>
    public HandshakeState Establish(HandshakeContext context, IdentityAccepted identity, FinishedVerified finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        TlsConnectionParameters agreed = identity.In(parameters);
        if (!parameters.IsResumed)
        {
            if (exchange.IssuesTicket)
            {
                IssuedSessions.SendTicket(context, exchange, agreed, keys);
            }

            keys.SendFinished(context);
            IssuedSessions.Keep(context, exchange, agreed, keys);
        }

        context.ReleaseTranscript();
        context.Complete(agreed, keys.IntoExporter());
        return new EstablishedServer(exchange.Options.SessionCache, exchange.SessionId);
    }

    public void Dispose()
    {
        keys.Dispose();
        exchange.Dispose();
    }
}
