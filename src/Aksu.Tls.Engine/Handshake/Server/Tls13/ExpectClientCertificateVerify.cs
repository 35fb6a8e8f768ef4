using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>The client proves that it holds its certificate's key (RFC 9846 §4.5.2).</summary>
internal sealed class ExpectClientCertificateVerify(ServerFinalKeys keys, TlsConnectionParameters parameters, PeerCertificate peer)
    : ServerFinalState(keys)
{
    public override string Awaited => "the client's CertificateVerify";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.CertificateVerify, message);
        CertificateVerify verify = CertificateVerify.Decode(message.Body);
        ReadOnlySpan<byte> content = SignedContent.Write(TlsSide.Client, context.Transcript, stackalloc byte[SignedContent.MaxLength]);
        SignatureVerified signature = peer.Check(verify, Keys.Handshake.Options.SignatureSchemes, content);
        peer.Dispose();

        context.AddToTranscript(message);
        context.Report(HandshakeEvent.PeerSignatureVerified, signature.Scheme.ToString());
        return new AwaitClientVerdict(Keys, parameters, peer.ToRequest(TlsSide.Server, serverName: null), signature);
    }

    public override void Dispose()
    {
        peer.Dispose();
        base.Dispose();
    }
}
