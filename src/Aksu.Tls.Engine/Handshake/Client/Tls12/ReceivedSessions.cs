using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>What a client keeps of a handshake to resume it later: a ticket where there is one, else the session's identifier.</summary>
internal static class ReceivedSessions
{
    // RFC 5246 §F.1.4 suggests a day at most.
    private static readonly TimeSpan LongestLifetime = TimeSpan.FromHours(24);

    public static void Keep(
        HandshakeContext context,
        ClientExchange exchange,
        TlsConnectionParameters parameters,
        ConnectionKeys keys,
        TlsSession? resumed,
        ReceivedTicket? ticket)
    {
        ClientHandshakeOptions options = exchange.Options;
        bool hasIdentifier = resumed is null && !exchange.SessionId.IsEmpty;
        if (options.MaxTickets == 0 || (ticket is null && !hasIdentifier))
        {
            return;
        }

        DateTimeOffset now = context.Now; // before there is a secret: the clock is the application's

        // A renewed ticket goes with the same secret and the same authentication: it does not live longer than the first one.
        TimeSpan lifetime = ticket?.LifetimeHint is { } hint && hint < LongestLifetime ? hint : LongestLifetime;
        context.KeepReceived(new TlsSession(keys.CopySecret())
        {
            Version = parameters.Version,
            CipherSuite = parameters.CipherSuite,
            ServerName = options.ServerName,
            ApplicationProtocol = parameters.ApplicationProtocol,
            ReceivedAt = resumed?.ReceivedAt ?? now,
            AuthenticatedAt = resumed?.AuthenticatedAt ?? now,
            AcceptedUntil = parameters.PeerAcceptedUntil,
            Fate = context.SessionFate,
            Lifetime = resumed is null || lifetime < resumed.Lifetime ? lifetime : resumed.Lifetime,
            PeerCertificates = parameters.PeerCertificates,
            PeerCertificateType = parameters.PeerCertificateType,
            AuthenticationContext = options.AuthenticationContext,
            Ticket = ticket?.Bytes ?? default,
            SessionId = ticket is null ? exchange.SessionId : default,
            ExtendedMainSecret = parameters.ExtendedMainSecret,
        });
        context.Report(HandshakeEvent.TicketExchanged);
    }
}
