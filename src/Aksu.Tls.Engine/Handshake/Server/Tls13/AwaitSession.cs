using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>The application looks up a session that is stored outside.</summary>
internal sealed class AwaitSession(PreSharedKeySearch search, ReadOnlyMemory<byte> ticket, int index) : SuspendedState
{
    private readonly SessionRequest _request = new() { Ticket = ticket.ToArray() };

    public override string Awaited => "the application's look-up of a session";

    public override SuspendedRequest Request => _request;

    public override HandshakeState Resume(HandshakeContext context) => search.Found(context, _request.State.Span, index);
}
