using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>A key that is elsewhere signs the client's CertificateVerify.</summary>
internal sealed class AwaitClientSignature(ClientEnding ending, SignatureRequest request) : SuspendedState
{
    public override string Awaited => "the client's signature";

    public override SuspendedRequest Request => request;

    public override HandshakeState Resume(HandshakeContext context) => ending.SendVerify(context, request.Scheme, request.Signature);

    public override void Dispose() => ending.Dispose();
}
