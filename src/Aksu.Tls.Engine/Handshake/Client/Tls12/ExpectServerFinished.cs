using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The server's last message: it authenticates the handshake and the keys (RFC 5246 §7.4.9).</summary>
internal sealed class ExpectServerFinished(ClientEnding ending, ReceivedTicket? ticket) : HandshakeState
{
    public override string Awaited => "Finished";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.Finished, message);
        FinishedVerified verified = ending.Keys.TakeFinished(context, message);
        return ending.Establish(context, ticket, verified);
    }

    public override void Dispose() => ending.Dispose();
}
