using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>A complete server connection of TLS 1.2 or before.</summary>
/// <param name="cache">Where the session is kept; null when it is not.</param>
/// <param name="sessionId">Under which identifier; empty when it is not.</param>
internal sealed class EstablishedServer(SessionCache? cache, ReadOnlyMemory<byte> sessionId) : EstablishedState
{
    protected override HandshakeType Renegotiation => HandshakeType.ClientHello;

    // The session of a connection that failed does not go on (RFC 5246 §7.2.2).
    public override void Abandon() => cache?.Remove(sessionId.Span);
}
