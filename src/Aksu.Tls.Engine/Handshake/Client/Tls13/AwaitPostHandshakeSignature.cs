using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>A key that is elsewhere signs the client's CertificateVerify after the handshake.</summary>
internal sealed class AwaitPostHandshakeSignature(PostHandshakeAnswer answer, SignatureRequest request) : SuspendedState
{
    public override string Awaited => "the client's signature";

    public override SuspendedRequest Request => request;

    public override HandshakeState Resume(HandshakeContext context) =>
        answer.Finish(new CertificateVerify(request.Scheme, request.Signature));

    public override void Dispose() => answer.Abandon();
}
