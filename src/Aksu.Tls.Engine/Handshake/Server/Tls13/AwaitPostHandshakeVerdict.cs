using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>The application says whether it trusts certificates that came after the handshake.</summary>
internal sealed class AwaitPostHandshakeVerdict(
    EstablishedServer established, PostHandshakeExchange exchange, PeerCertificatesRequest request, SignatureVerified signature)
    : SuspendedState
{
    public override string Awaited => "the application's verdict on the client's certificates";

    public override SuspendedRequest Request => request;

    public override HandshakeState Resume(HandshakeContext context)
    {
        var accepted = IdentityAccepted.ByApplication(request, signature);
        context.Report(HandshakeEvent.PeerAccepted);
        return new ExpectPostHandshakeFinished(established, exchange, accepted, signature.Scheme);
    }

    public override void Dispose()
    {
        exchange.Dispose();
        established.Dispose();
    }
}
