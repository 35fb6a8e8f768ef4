namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>A ticket that came in the handshake (RFC 5077 §3.3); it counts once the server's Finished verified.</summary>
/// <param name="Bytes">What goes back to the server.</param>
/// <param name="LifetimeHint">How long it may be of use; null when the server did not say.</param>
internal sealed record ReceivedTicket(ReadOnlyMemory<byte> Bytes, TimeSpan? LifetimeHint);
