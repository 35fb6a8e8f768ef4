using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>A key that is elsewhere signs the server's half of the key exchange.</summary>
internal sealed class AwaitServerSignature(
    ServerExchange exchange, TlsConnectionParameters parameters, SignatureRequest request) : SuspendedState
{
    public override string Awaited => "the server's signature";

    public override SuspendedRequest Request => request;

    public override HandshakeState Resume(HandshakeContext context) =>
        ServerKeyExchangeMessage.SendSigned(context, exchange, parameters, request.Scheme, request.Signature);

    public override void Dispose() => exchange.Dispose();
}
