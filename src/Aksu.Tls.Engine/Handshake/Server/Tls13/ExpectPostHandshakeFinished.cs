using Aksu.Cryptography;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>The end of a client's answer after the handshake: only now it counts (RFC 9846 §4.5.3, §4.7.2).</summary>
internal sealed class ExpectPostHandshakeFinished(
    EstablishedServer established, PostHandshakeExchange exchange, IdentityAccepted identity, SignatureScheme? scheme) : HandshakeState
{
    public override string Awaited => "the client's Finished";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.Finished, message);
        Finished finished = Finished.Decode(message.Body);
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        FinishedVerified.Check(context.Transport.ReadSecret, exchange.Transcript.Peek(digest), finished.VerifyData.Span);
        context.Report(HandshakeEvent.PeerFinishedVerified);
        exchange.Dispose();
        context.Replace(identity.In(context.Parameters!) with { ClientSignatureScheme = scheme });
        return established;
    }

    public override void Dispose()
    {
        exchange.Dispose();
        established.Dispose();
    }
}
