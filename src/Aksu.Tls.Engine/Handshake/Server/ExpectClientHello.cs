using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server;

/// <summary>The client opens.</summary>
/// <param name="options">The options in force until others are chosen.</param>
/// <param name="suspends">Whether the application chooses the options by the hello.</param>
internal sealed class ExpectClientHello(ServerHandshakeOptions options, bool suspends) : HandshakeState
{
    public override string Awaited => "ClientHello";

    // Post-quantum shares and long tickets make hellos long.
    public override int CeilingFor(HandshakeType type) => DefaultCeiling * 8;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.ClientHello, message);
        ReceivedOffer offer = ReceivedOffer.Read(message);
        return suspends ? new AwaitServerOptions(offer) : VersionChoice.Continue(context, options, offer);
    }
}
