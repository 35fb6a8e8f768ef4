namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>What the states of a TLS 1.3 server after its Finished have in common.</summary>
internal abstract class ServerFinalState(ServerFinalKeys keys) : HandshakeState
{
    protected ServerFinalKeys Keys => keys;

    public override bool IgnoresChangeCipherSpec => true;

    public override void Dispose() => keys.Dispose();
}
