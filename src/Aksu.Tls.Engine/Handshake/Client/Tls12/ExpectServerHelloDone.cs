using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The server has said all that it has to say (RFC 5246 §7.4.5).</summary>
/// <param name="flight">What the client answers with.</param>
/// <param name="demand">The server's wish for a client certificate; null when it has none.</param>
internal sealed class ExpectServerHelloDone(ClientFlight flight, CertificateDemand? demand) : HandshakeState
{
    public override string Awaited => "ServerHelloDone";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.ServerHelloDone, message);
        ServerHelloDone.Decode(message.Body);
        context.AddToTranscript(message);

        // The server waits for the client's flight: nothing of its own next one can be here yet.
        _ = context.Transport.RequireAligned();
        if (demand is null)
        {
            context.Transcript.ForgetMessages();
        }

        return flight.Authenticate(context, demand);
    }

    public override void Dispose() => flight.Dispose();
}
