namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>What the states of a TLS 1.3 client between ServerHello and Finished have in common.</summary>
internal abstract class ClientHandshakeState(ClientHandshakeKeys keys) : HandshakeState
{
    protected ClientHandshakeKeys Keys => keys;

    public override bool IgnoresChangeCipherSpec => true;

    public override void Dispose() => keys.Dispose();
}
