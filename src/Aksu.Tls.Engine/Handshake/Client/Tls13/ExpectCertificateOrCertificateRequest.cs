using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>The server may ask for a client certificate before it shows its own (RFC 9846 §4.4.2).</summary>
internal sealed class ExpectCertificateOrCertificateRequest(ClientHandshakeKeys keys, TlsConnectionParameters parameters)
    : ClientHandshakeState(keys)
{
    public override string Awaited => "Certificate or CertificateRequest";

    public override int CeilingFor(HandshakeType type) =>
        type == HandshakeType.Certificate ? Keys.Offer.Options.MaxCertificateMessageLength : DefaultCeiling * 4;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        if (message.Type == HandshakeType.Certificate)
        {
            return new ExpectCertificate(Keys, parameters, demand: null).Handle(context, message);
        }

        Expect(HandshakeType.CertificateRequest, message);
        CertificateDemand demand = CertificateDemand.Read(message.Body, parameters.LocalCertificateType);
        if (!demand.Context.IsEmpty)
        {
            // The context is for requests after the handshake (RFC 9846 §4.4.2).
            throw Fault.UnknownCertificateRequest();
        }

        context.AddToTranscript(message);
        return new ExpectCertificate(Keys, parameters, demand);
    }
}
