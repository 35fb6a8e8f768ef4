using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>The application says whether it trusts the server's certificates.</summary>
internal sealed class AwaitServerVerdict(
    ClientHandshakeKeys keys,
    TlsConnectionParameters parameters,
    CertificateDemand? demand,
    PeerCertificatesRequest request,
    SignatureVerified signature) : SuspendedState
{
    public override string Awaited => "the application's verdict on the server's certificates";

    public override SuspendedRequest Request => request;

    public override HandshakeState Resume(HandshakeContext context)
    {
        var accepted = IdentityAccepted.ByApplication(request, signature);
        context.Report(HandshakeEvent.PeerAccepted);
        TlsConnectionParameters agreed = parameters with
        {
            SignatureScheme = signature.Scheme,
            PeerCertificates = accepted.Certificates,
            PeerAcceptedUntil = accepted.Until,
        };
        return new ExpectServerFinished(keys, agreed, demand, accepted);
    }

    public override void Dispose() => keys.Dispose();
}
