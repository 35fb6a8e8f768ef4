using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Tls13;

/// <summary>A complete TLS 1.3 connection: application data flows, and key updates may come (RFC 9846 §4.7).</summary>
internal abstract class EstablishedState : HandshakeState
{
    /// <summary>How many key updates or tickets are taken in a row without application data between them.</summary>
    private const int MaxMessagesWithoutData = 32;

    public override string Awaited => "application data";

    public override bool IsEstablished => true;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.KeyUpdate, message);
        KeyUpdate update = KeyUpdate.Decode(message.Body);
        Aligned aligned = context.Transport.RequireAligned();
        Count(context, Fault.TooManyKeyUpdates);
        context.Transport.ReceiveKeyUpdate(aligned, answer: update.UpdateRequested);
        return this;
    }

    /// <summary>Counts a message that brings no data, against floods.</summary>
    protected static void Count(HandshakeContext context, Func<TlsException> fault)
    {
        if (context.Transport.CountWithoutData() > MaxMessagesWithoutData)
        {
            throw fault();
        }
    }
}
