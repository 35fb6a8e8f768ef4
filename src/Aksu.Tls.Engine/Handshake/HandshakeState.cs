using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake;

/// <summary>
/// One state of the handshake, named after what it awaits. Fields are immutable; a message leads to the next state. What a state does not
/// name it refuses. Disposing wipes the secrets that it holds and did not hand on.
/// </summary>
internal abstract class HandshakeState : IDisposable
{
    /// <summary>Ceiling for messages of no special size, in bytes.</summary>
    protected const int DefaultCeiling = 16 * 1024;

    /// <summary>What is awaited, in the standard's words, for errors.</summary>
    public abstract string Awaited { get; }

    /// <summary>Whether application data may flow.</summary>
    public virtual bool IsEstablished => false;

    /// <summary>Whether a change_cipher_spec is passed over, as TLS 1.3 does during its handshake (RFC 9846 §5).</summary>
    public virtual bool IgnoresChangeCipherSpec => false;

    /// <summary>Whether change_cipher_spec is what is awaited (TLS 1.2 and before).</summary>
    public virtual bool AwaitsChangeCipherSpec => false;

    /// <summary>The longest body of a message of this type that this state takes, in bytes.</summary>
    public virtual int CeilingFor(HandshakeType type) => DefaultCeiling;

    /// <summary>Changes the read key and returns the next state; called only where change_cipher_spec is awaited.</summary>
    public virtual HandshakeState TakeChangeCipherSpec(HandshakeContext context) => throw Fault.InvalidChangeCipherSpec();

    /// <summary>Reads, checks, adds to the transcript, derives, sends, and returns the next state.</summary>
    public abstract HandshakeState Handle(HandshakeContext context, HandshakeMessage message);

    /// <summary>A fatal alert ends the connection in this state; <see cref="Dispose"/> follows.</summary>
    public virtual void Abandon()
    {
    }

    public virtual void Dispose()
    {
    }

    /// <summary>The error for a message that this state does not name.</summary>
    protected TlsException Unexpected(HandshakeMessage message) => Fault.UnexpectedMessage(message.Type, Awaited);

    /// <summary>Refuses any message but one of this type.</summary>
    protected void Expect(HandshakeType type, HandshakeMessage message)
    {
        if (message.Type != type)
        {
            throw Unexpected(message);
        }
    }
}
