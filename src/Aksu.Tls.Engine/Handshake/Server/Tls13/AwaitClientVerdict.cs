using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>The application says whether it trusts the client's certificates.</summary>
internal sealed class AwaitClientVerdict(
    ServerFinalKeys keys, TlsConnectionParameters parameters, PeerCertificatesRequest request, SignatureVerified signature) : SuspendedState
{
    public override string Awaited => "the application's verdict on the client's certificates";

    public override SuspendedRequest Request => request;

    public override HandshakeState Resume(HandshakeContext context)
    {
        var accepted = IdentityAccepted.ByApplication(request, signature);
        context.Report(HandshakeEvent.PeerAccepted);
        TlsConnectionParameters agreed = parameters with
        {
            ClientSignatureScheme = signature.Scheme,
            PeerCertificates = accepted.Certificates,
            PeerAcceptedUntil = accepted.Until,
        };
        return new ExpectClientFinished(keys, agreed, accepted);
    }

    public override void Dispose() => keys.Dispose();
}
