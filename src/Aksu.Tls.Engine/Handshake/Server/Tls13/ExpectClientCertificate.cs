using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>The client shows its certificates, or that it has none (RFC 9846 §4.5.1).</summary>
internal sealed class ExpectClientCertificate(ServerFinalKeys keys, TlsConnectionParameters parameters) : ServerFinalState(keys)
{
    public override string Awaited => "the client's Certificate";

    public override int CeilingFor(HandshakeType type) => Keys.Handshake.Options.MaxCertificateMessageLength;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.Certificate, message);
        ServerHandshakeOptions options = Keys.Handshake.Options;
        Certificate13 certificate = Certificate13.Decode(message.Body, options.MaxPeerCertificates);
        if (!certificate.Context.IsEmpty)
        {
            throw Fault.UnknownCertificateRequest();
        }

        if (certificate.Entries.Length == 0)
        {
            if (options.ClientAuthentication == ClientAuthentication.Required)
            {
                throw Fault.CertificateRequired();
            }

            context.AddToTranscript(message);
            return new ExpectClientFinished(Keys, parameters, IdentityAccepted.Anonymous());
        }

        PeerCertificate peer = CertificateReading.Read(
            certificate, parameters.PeerCertificateType, CertificateDemandMessage.Asked, context.Cryptography);
        context.AddToTranscript(message);
        return new ExpectClientCertificateVerify(Keys, parameters, peer);
    }
}
