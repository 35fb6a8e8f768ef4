using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server;

/// <summary>Whether a stored session may go on in this connection: everything that decided about the first one is the same.</summary>
internal static class SessionFit
{
    public static bool Matches(
        ServerSession session,
        ProtocolVersion version,
        ServerHandshakeOptions options,
        ReceivedOffer offer,
        string? protocol,
        DateTimeOffset now) =>
        session.Version == version
        && session.IssuedAt <= now
        && now - session.IssuedAt < options.TicketLifetime
        && now - session.AuthenticatedAt < TlsSession.LongestAuthentication
        && now < session.AcceptedUntil
        && string.Equals(session.ServerName, offer.ServerName, StringComparison.OrdinalIgnoreCase)
        && session.ApplicationProtocol == protocol
        && session.AuthenticationContext.Span.SequenceEqual(options.SessionContext.Span)
        && MatchesClientAuthentication(session, options);

    // A session without a certificate cannot stand for a client that has to show one, nor one with a certificate where none is asked for.
    private static bool MatchesClientAuthentication(ServerSession session, ServerHandshakeOptions options) =>
        options.ClientAuthentication switch
        {
            ClientAuthentication.Required => session.PeerCertificates.Count > 0 && IsTaken(session, options),
            ClientAuthentication.None => session.PeerCertificates.Count == 0,
            _ => session.PeerCertificates.Count == 0 || IsTaken(session, options),
        };

    private static bool IsTaken(ServerSession session, ServerHandshakeOptions options) =>
        options.PeerCertificateTypes.Contains(session.PeerCertificateType);
}
