using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Tls12;

/// <summary>
/// A complete connection of TLS 1.2 or before: application data flows. A wish to renegotiate is answered with a warning and forgotten
/// (RFC 5746 §4.2, §4.4, RFC 9325 §3.5); all else is refused.
/// </summary>
internal abstract class EstablishedState : HandshakeState
{
    /// <summary>How often a peer may ask without sending data.</summary>
    private const int MaxRequests = 4;

    public override string Awaited => "application data";

    public override bool IsEstablished => true;

    /// <summary>The message by which the peer asks.</summary>
    protected abstract HandshakeType Renegotiation { get; }

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(Renegotiation, message);
        if (context.Transport.CountWithoutData() > MaxRequests)
        {
            throw Fault.RenegotiationRefused();
        }

        context.Transport.OweWarning(AlertDescription.NoRenegotiation);
        return this;
    }
}
