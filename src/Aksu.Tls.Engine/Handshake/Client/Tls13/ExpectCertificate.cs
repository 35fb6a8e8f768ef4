using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>The server shows its certificates (RFC 9846 §4.5.1).</summary>
internal sealed class ExpectCertificate(ClientHandshakeKeys keys, TlsConnectionParameters parameters, CertificateDemand? demand)
    : ClientHandshakeState(keys)
{
    public override string Awaited => "Certificate";

    public override int CeilingFor(HandshakeType type) =>
        type == HandshakeType.Certificate ? Keys.Offer.Options.MaxCertificateMessageLength : DefaultCeiling;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.Certificate, message);
        Certificate13 certificate = Certificate13.Decode(message.Body, Keys.Offer.Options.MaxPeerCertificates);
        if (!certificate.Context.IsEmpty)
        {
            throw Fault.UnknownCertificateRequest();
        }

        if (certificate.Entries.Length == 0)
        {
            throw Fault.EmptyServerCertificate();
        }

        PeerCertificate peer = CertificateReading.Read(
            certificate, parameters.PeerCertificateType, Keys.Offer.Extensions, context.Cryptography);
        context.AddToTranscript(message);
        return new ExpectCertificateVerify(Keys, parameters, demand, peer);
    }
}
