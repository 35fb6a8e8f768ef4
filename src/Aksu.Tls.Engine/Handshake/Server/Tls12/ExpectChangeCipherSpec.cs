using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Messages;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>The client changes over to the keys (RFC 5246 §7.1); no handshake bytes may straddle that.</summary>
internal sealed class ExpectChangeCipherSpec(ServerEnding ending, IdentityAccepted identity) : HandshakeState
{
    public override string Awaited => "change_cipher_spec";

    public override bool AwaitsChangeCipherSpec => true;

    public override HandshakeState TakeChangeCipherSpec(HandshakeContext context)
    {
        ending.Keys.ProtectReceiving(context, context.Transport.RequireAligned());
        return new ExpectClientFinished(ending, identity);
    }

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message) => throw Unexpected(message);

    public override void Dispose() => ending.Dispose();
}
