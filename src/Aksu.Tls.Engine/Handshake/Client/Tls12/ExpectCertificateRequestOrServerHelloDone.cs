using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The server may ask for a client certificate before it says that it is done (RFC 5246 §7.4.4).</summary>
internal sealed class ExpectCertificateRequestOrServerHelloDone(ClientFlight flight) : HandshakeState
{
    public override string Awaited => "CertificateRequest or ServerHelloDone";

    // Names of many authorities make it long.
    public override int CeilingFor(HandshakeType type) => type == HandshakeType.CertificateRequest ? 1 << 17 : DefaultCeiling;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        if (message.Type == HandshakeType.ServerHelloDone)
        {
            return new ExpectServerHelloDone(flight, demand: null).Handle(context, message);
        }

        Expect(HandshakeType.CertificateRequest, message);
        CertificateDemand demand = CertificateDemand.Read(message.Body, flight.Exchange.Agreement.Version, flight.OwnCertificateType);
        context.AddToTranscript(message);
        return new ExpectServerHelloDone(flight, demand);
    }

    public override void Dispose() => flight.Dispose();
}
