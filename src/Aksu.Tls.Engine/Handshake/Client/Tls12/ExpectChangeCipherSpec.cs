using Aksu.Tls.Engine.Messages;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The server changes over to the keys (RFC 5246 §7.1); no handshake bytes may straddle that.</summary>
internal sealed class ExpectChangeCipherSpec(ClientEnding ending, ReceivedTicket? ticket) : HandshakeState
{
    public override string Awaited => "change_cipher_spec";

    public override bool AwaitsChangeCipherSpec => true;

    public override HandshakeState TakeChangeCipherSpec(HandshakeContext context)
    {
        ending.Keys.ProtectReceiving(context, context.Transport.RequireAligned());
        return new ExpectServerFinished(ending, ticket);
    }

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message) => throw Unexpected(message);

    public override void Dispose() => ending.Dispose();
}
