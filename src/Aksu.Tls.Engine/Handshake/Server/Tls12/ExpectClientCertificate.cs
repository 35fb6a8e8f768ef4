using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>The client shows its certificates, or that it has none (RFC 5246 §7.4.6).</summary>
internal sealed class ExpectClientCertificate(ServerExchange exchange, TlsConnectionParameters parameters) : HandshakeState
{
    public override string Awaited => "the client's Certificate";

    public override int CeilingFor(HandshakeType type) => exchange.Options.MaxCertificateMessageLength;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.Certificate, message);
        CertificateType type = parameters.PeerCertificateType;
        ReadOnlyMemory<byte>[] chain = CertificateForms.Read(message.Body, type, exchange.Options.MaxPeerCertificates);
        if (chain.Length == 0)
        {
            if (exchange.Options.ClientAuthentication == ClientAuthentication.Required)
            {
                throw Fault.CertificateRequired12();
            }

            context.AddToTranscript(message);
            context.Transcript.ForgetMessages();
            return new ExpectClientKeyExchange(exchange, parameters, peer: null);
        }

        PeerCertificate peer = PeerCertificate.Read(chain, type, ocspResponse: default, timestamps: [], context.Cryptography);
        context.AddToTranscript(message);
        return new ExpectClientKeyExchange(exchange, parameters, peer);
    }

    public override void Dispose() => exchange.Dispose();
}
