using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>
/// Looks for the session that a client wants to resume: in its ticket, or under its session identifier. A look-up outside suspends the
/// search.
/// </summary>
internal sealed class SessionSearch(ServerHandshakeOptions options, ReceivedOffer offer, ProtocolVersion version, string? protocol)
{
    public HandshakeState Begin(HandshakeContext context)
    {
        // With a ticket the identifier is only the sign by which the server says that it took it (RFC 5077 §3.4).
        if (offer.SessionTicket is { IsEmpty: false } ticket)
        {
            byte[]? opened = options.Tickets?.Open(ticket.Span, context.Now);
            return opened is null && options.AsksForSessions
                ? new AwaitSession(this, ticket, sessionId: default)
                : Conclude(context, opened is null ? null : ServerSession.TryTake(opened));
        }

        ReadOnlyMemory<byte> sessionId = offer.Hello.LegacySessionId;
        if (sessionId.IsEmpty)
        {
            return Found(context, state: default);
        }

        using Secret? kept = options.SessionCache?.Find(sessionId.Span, context.Now);
        return kept is null && options.AsksForSessions
            ? new AwaitSession(this, ticket: default, sessionId)
            : Found(context, kept is null ? default : kept.Span);
    }

    /// <summary>Goes on with the state that was found; with none, or one that does not fit, by a full handshake.</summary>
    public HandshakeState Found(HandshakeContext context, ReadOnlySpan<byte> state) =>
        Conclude(context, state.IsEmpty ? null : ServerSession.TryDecode(state));

    private HandshakeState Conclude(HandshakeContext context, ServerSession? session) =>
        ServerNegotiation.Conclude(context, options, offer, version, protocol, session is null ? null : IfFitting(context, session));

    /// <summary>The session if it fits; otherwise it is disposed of, also where the clock or the provider throws.</summary>
    private ServerSession? IfFitting(HandshakeContext context, ServerSession session)
    {
        bool fits = false;
        try
        {
            fits = Fits(context, session);
            return fits ? session : null;
        }
        finally
        {
            if (!fits)
            {
                session.Dispose();
            }
        }
    }

    private bool Fits(HandshakeContext context, ServerSession session)
    {
        if (!SessionFit.Matches(session, version, options, offer, protocol, context.Now) || !HasSuite(session.CipherSuite))
        {
            return false;
        }

        // A session that is bound cannot go on unbound; one that was not bound never gets to be (RFC 7627 §5.3).
        if (session.ExtendedMainSecret && !offer.HasExtendedMainSecret)
        {
            throw Fault.ExtendedMainSecretChanged();
        }

        return session.ExtendedMainSecret == offer.HasExtendedMainSecret;
    }

    private bool HasSuite(CipherSuite suite) =>
        offer.Hello.CipherSuites.Contains(suite)
        && options.EnabledSuites.Contains(suite)
        && Suite12.Resolve(suite, options.Cryptography) is { } resolved
        && resolved.Fits(version);
}
