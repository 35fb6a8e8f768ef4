using Aksu.Tls.Engine.Messages;

namespace Aksu.Tls.Engine.Handshake;

/// <summary>A state that waits for nobody: it acts as soon as it is reached.</summary>
internal abstract class ImmediateState : HandshakeState
{
    /// <summary>Acts and returns the next state; called once.</summary>
    public abstract HandshakeState Enter(HandshakeContext context);

    public sealed override HandshakeState Handle(HandshakeContext context, HandshakeMessage message) => throw Unexpected(message);
}
