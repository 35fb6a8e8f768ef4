using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The application says whether it trusts the server's certificates.</summary>
/// <param name="flight">What the client answers with.</param>
/// <param name="demand">The server's wish for a client certificate; null when it has none.</param>
/// <param name="request">The question.</param>
/// <param name="signature">The server's proof; null with RSA key transport, where Finished is the proof.</param>
internal sealed class AwaitServerVerdict(
    ClientFlight flight, CertificateDemand? demand, PeerCertificatesRequest request, SignatureVerified? signature) : SuspendedState
{
    public override string Awaited => "the application's verdict on the server's certificates";

    public override SuspendedRequest Request => request;

    public override HandshakeState Resume(HandshakeContext context)
    {
        IdentityAccepted accepted = signature is null
            ? IdentityAccepted.ByApplicationForKeyTransport(request)
            : IdentityAccepted.ByApplication(request, signature);
        context.Report(HandshakeEvent.PeerAccepted);
        return flight.Begin(context, demand, accepted);
    }

    public override void Dispose() => flight.Dispose();
}
