using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>What lets a client come back: a ticket, or an entry in the server's own cache.</summary>
internal static class IssuedSessions
{
    /// <summary>
    /// Sends NewSessionTicket (RFC 5077 §3.3). A session that is too long for one, or over already, goes without:
    /// the ticket is empty then.
    /// </summary>
    public static void SendTicket(
        HandshakeContext context, ServerExchange exchange, TlsConnectionParameters parameters, ConnectionKeys keys)
    {
        ServerHandshakeOptions options = exchange.Options;
        DateTimeOffset now = context.Now;
        using WireWriter state = StateOf(exchange, parameters, keys, now);
        using var ticket = new WireWriter();
        options.Tickets!.Protect(state.WrittenSpan, now, ticket);
        TimeSpan lifetime = LifetimeOf(options, parameters, now);
        bool isOfUse = ticket.Length <= ushort.MaxValue && lifetime > TimeSpan.Zero;
        context.Send(new NewSessionTicket12(isOfUse ? (uint)lifetime.TotalSeconds : 0, isOfUse ? ticket.WrittenMemory : default));
        context.Report(HandshakeEvent.TicketExchanged);
    }

    /// <summary>Keeps the session under the identifier that the client was given.</summary>
    public static void Keep(HandshakeContext context, ServerExchange exchange, TlsConnectionParameters parameters, ConnectionKeys keys)
    {
        DateTimeOffset now = context.Now;
        TimeSpan lifetime = LifetimeOf(exchange.Options, parameters, now);
        if (exchange.SessionId.IsEmpty || lifetime <= TimeSpan.Zero)
        {
            return;
        }

        using WireWriter state = StateOf(exchange, parameters, keys, now);
        exchange.Options.SessionCache!.Store(exchange.SessionId.Span, state.WrittenSpan, now, lifetime);
    }

    // No session outlives the certificates that it stands on.
    private static TimeSpan LifetimeOf(ServerHandshakeOptions options, TlsConnectionParameters parameters, DateTimeOffset now)
    {
        TimeSpan untilExpiry = parameters.PeerAcceptedUntil - now;
        return untilExpiry < options.TicketLifetime ? untilExpiry : options.TicketLifetime;
    }

    private static WireWriter StateOf(
        ServerExchange exchange, TlsConnectionParameters parameters, ConnectionKeys keys, DateTimeOffset now)
    {
        var session = new ServerSession(keys.CopySecret())
        {
            Version = parameters.Version,
            CipherSuite = parameters.CipherSuite,
            IssuedAt = now,
            AuthenticatedAt = now,
            AcceptedUntil = parameters.PeerAcceptedUntil,
            AgeAdd = 0,
            ServerName = parameters.ServerName,
            ApplicationProtocol = parameters.ApplicationProtocol,
            AuthenticationContext = exchange.Options.SessionContext,
            PeerCertificates = parameters.PeerCertificates,
            PeerCertificateType = parameters.PeerCertificateType,
            ExtendedMainSecret = parameters.ExtendedMainSecret,
        };
        var state = new WireWriter();
        session.EncodeAndDispose(state);
        return state;
    }
}
