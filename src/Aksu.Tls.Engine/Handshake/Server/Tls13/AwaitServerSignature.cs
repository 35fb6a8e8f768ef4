using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>A key that is elsewhere signs the server's CertificateVerify.</summary>
internal sealed class AwaitServerSignature(
    ServerHandshakeKeys keys, TlsConnectionParameters parameters, bool asksForCertificate, SignatureRequest request) : SuspendedState
{
    public override string Awaited => "the server's signature";

    public override SuspendedRequest Request => request;

    public override HandshakeState Resume(HandshakeContext context) => ServerFlight.SendVerify(
        context, keys, parameters, asksForCertificate, new CertificateVerify(request.Scheme, request.Signature));

    public override void Dispose() => keys.Dispose();
}
