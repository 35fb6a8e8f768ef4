using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>The server proves that it holds its certificate's key (RFC 9846 §4.5.2).</summary>
internal sealed class ExpectCertificateVerify(
    ClientHandshakeKeys keys, TlsConnectionParameters parameters, CertificateDemand? demand, PeerCertificate peer)
    : ClientHandshakeState(keys)
{
    public override string Awaited => "CertificateVerify";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.CertificateVerify, message);
        CertificateVerify verify = CertificateVerify.Decode(message.Body);
        ReadOnlySpan<byte> content = SignedContent.Write(TlsSide.Server, context.Transcript, stackalloc byte[SignedContent.MaxLength]);
        SignatureVerified signature = peer.Check(verify, Keys.Offer.Options.SignatureSchemes, content);
        peer.Dispose();

        context.AddToTranscript(message);
        context.Report(HandshakeEvent.PeerSignatureVerified, signature.Scheme.ToString());
        return new AwaitServerVerdict(Keys, parameters, demand, peer.ToRequest(TlsSide.Client, parameters.ServerName), signature);
    }

    public override void Dispose()
    {
        peer.Dispose();
        base.Dispose();
    }
}
