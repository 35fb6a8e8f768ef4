using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>
/// The client proves after the handshake that it holds its certificate's key; nothing may come between (RFC 9846 §4.7.2).
/// </summary>
internal sealed class ExpectPostHandshakeCertificateVerify(
    EstablishedServer established, PostHandshakeExchange exchange, PeerCertificate peer)
    : HandshakeState
{
    public override string Awaited => "the client's CertificateVerify";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.CertificateVerify, message);
        CertificateVerify verify = CertificateVerify.Decode(message.Body);
        ReadOnlySpan<byte> content = SignedContent.Write(TlsSide.Client, exchange.Transcript, stackalloc byte[SignedContent.MaxLength]);
        SignatureVerified signature = peer.Check(verify, established.PostHandshake.Options.SignatureSchemes, content);
        peer.Dispose();

        exchange.Transcript.Append(message.Encoded.Span);
        context.Report(HandshakeEvent.PeerSignatureVerified, signature.Scheme.ToString());
        return new AwaitPostHandshakeVerdict(established, exchange, peer.ToRequest(TlsSide.Server, serverName: null), signature);
    }

    public override void Dispose()
    {
        peer.Dispose();
        exchange.Dispose();
        established.Dispose();
    }
}
