namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>What the states of a TLS 1.2 client between ServerHello and ServerHelloDone have in common.</summary>
internal abstract class ClientExchangeState(ClientExchange exchange) : HandshakeState
{
    protected ClientExchange Exchange => exchange;

    public override void Dispose() => exchange.Dispose();
}
