using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Server;

/// <summary>The application says which options serve this client.</summary>
internal sealed class AwaitServerOptions(ReceivedOffer offer) : SuspendedState
{
    private readonly ServerOptionsRequest _request = offer.ToRequest();

    public override string Awaited => "the application's choice of options";

    public override SuspendedRequest Request => _request;

    public override HandshakeState Resume(HandshakeContext context)
    {
        ServerHandshakeOptions options = _request.Options!;
        context.UseOptions(options);
        return VersionChoice.Continue(context, options, offer);
    }
}
