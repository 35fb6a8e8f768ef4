using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>The application looks up a session that is stored outside.</summary>
internal sealed class AwaitSession(SessionSearch search, ReadOnlyMemory<byte> ticket, ReadOnlyMemory<byte> sessionId) : SuspendedState
{
    private readonly SessionRequest _request = new() { Ticket = ticket.ToArray(), SessionId = sessionId.ToArray() };

    public override string Awaited => "the application's look-up of a session";

    public override SuspendedRequest Request => _request;

    public override HandshakeState Resume(HandshakeContext context) => search.Found(context, _request.State.Span);
}
