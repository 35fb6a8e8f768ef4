using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>The client proves that it holds its certificate's key: it signs all messages so far (RFC 5246 §7.4.8).</summary>
internal sealed class ExpectClientCertificateVerify(ServerEnding ending, PeerCertificate peer) : HandshakeState
{
    public override string Awaited => "the client's CertificateVerify";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.CertificateVerify, message);
        SignatureVerified signature = Verify(context, message.Body);
        context.Transcript.ForgetMessages();
        peer.Dispose();

        context.AddToTranscript(message);
        context.Report(HandshakeEvent.PeerSignatureVerified, signature.Scheme.ToString());
        ServerEnding proven = ending.With(ending.Parameters with { ClientSignatureScheme = signature.Scheme });
        return new AwaitClientVerdict(proven, peer.ToRequest(TlsSide.Server, serverName: null), signature);
    }

    public override void Dispose()
    {
        peer.Dispose();
        ending.Dispose();
    }

    private SignatureVerified Verify(HandshakeContext context, ReadOnlyMemory<byte> body)
    {
        ProtocolVersion version = ending.Exchange.Agreement.Version;
        SignatureScheme? named = null;
        ReadOnlyMemory<byte> signature;
        if (version == ProtocolVersion.Tls12)
        {
            CertificateVerify verify = CertificateVerify.Decode(body);
            named = verify.Scheme;
            signature = verify.Signature;
        }
        else
        {
            signature = CertificateVerify11.Decode(body).Signature;
        }

        SignatureScheme scheme = SignatureRules.SchemeOf(version, named, peer.Key.Kind, ending.Exchange.Options.SignatureSchemes);
        return SignatureVerified.Check(peer.Key, scheme, context.Transcript.Messages.Span, signature.Span);
    }
}
