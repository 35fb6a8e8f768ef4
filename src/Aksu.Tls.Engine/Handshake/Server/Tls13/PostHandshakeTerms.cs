namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>What decides about messages after a handshake, and outlives it.</summary>
/// <param name="AllowsAuthentication">Whether the client may be asked for a certificate (RFC 9846 §4.3.6).</param>
/// <param name="TakesTickets">Whether the client can use tickets (RFC 9846 §4.3.9).</param>
/// <param name="AuthenticatedAt">When the client proved who it is: in this handshake, or in the one whose session is resumed.</param>
internal readonly record struct PostHandshakeTerms(bool AllowsAuthentication, bool TakesTickets, DateTimeOffset AuthenticatedAt);
