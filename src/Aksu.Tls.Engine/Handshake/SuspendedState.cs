using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake;

/// <summary>A state that waits for the application, not for the peer: no message is read until it is answered.</summary>
internal abstract class SuspendedState : HandshakeState
{
    /// <summary>What the application is asked.</summary>
    public abstract SuspendedRequest Request { get; }

    /// <summary>Goes on after a positive answer; called once.</summary>
    public abstract HandshakeState Resume(HandshakeContext context);

    public sealed override HandshakeState Handle(HandshakeContext context, HandshakeMessage message) => throw Unexpected(message);
}
