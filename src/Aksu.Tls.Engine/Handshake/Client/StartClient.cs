using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client;

/// <summary>Sends the first ClientHello.</summary>
internal sealed class StartClient(ClientHandshakeOptions options) : ImmediateState
{
    public override string Awaited => "the start of the handshake";

    public override HandshakeState Enter(HandshakeContext context)
    {
        ClientOffer offer = ClientOffer.Make(options, context.Now);
        if (offer.Session12 is { } session)
        {
            context.SessionFate = session.Fate;
        }

        try
        {
            ClientHelloComposer.Send(context, offer, cookie: null);
        }
        catch
        {
            // No state holds the offer yet.
            offer.Dispose();
            throw;
        }

        // Only the very first record may say TLS 1.0 (RFC 9846 §5.1).
        context.Transport.UseRecordVersion(ProtocolVersion.Tls12);
        return new ExpectServerHello(offer, retry: null);
    }
}
