using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>The application says whether it trusts the client's certificates.</summary>
internal sealed class AwaitClientVerdict(ServerEnding ending, PeerCertificatesRequest request, SignatureVerified signature) : SuspendedState
{
    public override string Awaited => "the application's verdict on the client's certificates";

    public override SuspendedRequest Request => request;

    public override HandshakeState Resume(HandshakeContext context)
    {
        var accepted = IdentityAccepted.ByApplication(request, signature);
        context.Report(HandshakeEvent.PeerAccepted);
        return new ExpectChangeCipherSpec(ending, accepted);
    }

    public override void Dispose() => ending.Dispose();
}
