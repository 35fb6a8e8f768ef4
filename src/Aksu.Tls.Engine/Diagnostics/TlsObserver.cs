using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Diagnostics;

/// <summary>
/// Sees what an engine does, step by step. Every method does nothing unless overridden; none may change anything. Spans are valid during
/// the call only. Calls for receiving and for sending may come on two threads at once after the handshake.
/// </summary>
/// <remarks>
/// No secret passes here; see <see cref="KeyLog"/>. An observer that throws in the handshake, or while something is received, ends the
/// connection with the alert internal_error; what it throws about a fatal alert of this side is passed over, for the connection has failed
/// already; what it throws about something that the owner asked to be sent comes out of that call.
/// </remarks>
public abstract class TlsObserver
{
    /// <summary>A whole handshake message, header included, went out or came in.</summary>
    public virtual void OnHandshakeMessage(TlsDirection direction, HandshakeType type, ReadOnlySpan<byte> message)
    {
    }

    /// <summary>A change_cipher_spec record went out or came in.</summary>
    public virtual void OnChangeCipherSpec(TlsDirection direction)
    {
    }

    /// <summary>An alert went out or came in.</summary>
    public virtual void OnAlert(TlsDirection direction, AlertDescription alert)
    {
    }

    /// <summary>The keys of one direction changed.</summary>
    public virtual void OnKeyChange(TlsDirection direction, KeyEpoch epoch, CipherSuite suite)
    {
    }

    /// <summary>The engine came to a conclusion worth telling a person.</summary>
    public virtual void OnEvent(HandshakeEvent happened, string detail)
    {
    }

    /// <summary>Application data was protected or opened, in bytes of content.</summary>
    public virtual void OnApplicationData(TlsDirection direction, int length)
    {
    }
}
