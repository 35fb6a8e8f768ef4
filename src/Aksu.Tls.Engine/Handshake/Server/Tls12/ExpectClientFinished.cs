using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>The client's last message: it authenticates the handshake and the keys (RFC 5246 §7.4.9).</summary>
internal sealed class ExpectClientFinished(ServerEnding ending, IdentityAccepted identity) : HandshakeState
{
    public override string Awaited => "the client's Finished";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.Finished, message);
        FinishedVerified verified = ending.Keys.TakeFinished(context, message);
        return ending.Establish(context, identity, verified);
    }

    public override void Dispose() => ending.Dispose();
}
