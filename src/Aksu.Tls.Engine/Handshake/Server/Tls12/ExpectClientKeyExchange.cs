using Aksu.Cryptography;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>The client's half of the key exchange (RFC 5246 §7.4.7): from here on both sides have the master secret.</summary>
/// <param name="exchange">What the hellos settled.</param>
/// <param name="parameters">What is agreed.</param>
/// <param name="peer">The client's certificate; null when it has none or was not asked.</param>
internal sealed class ExpectClientKeyExchange(
    ServerExchange exchange, TlsConnectionParameters parameters, PeerCertificate? peer) : HandshakeState
{
    public override string Awaited => "ClientKeyExchange";

    // An identity of a pre-shared key may be long.
    public override int CeilingFor(HandshakeType type) => 1 << 17;

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.ClientKeyExchange, message);
        using Secret preMasterSecret = PreMasterSecretReading.Read(context, exchange, message.Body);
        context.AddToTranscript(message);
        ConnectionKeys keys = ConnectionKeys.Derive(context, exchange.Agreement, preMasterSecret);
        exchange.Dispose();
        var ending = new ServerEnding(exchange, parameters, keys);
        if (peer is not null)
        {
            return new ExpectClientCertificateVerify(ending, peer);
        }

        IdentityAccepted identity = exchange.Agreement.Suite.UsesPreSharedKey
            ? IdentityAccepted.ByExternalKey()
            : IdentityAccepted.Anonymous();
        return new ExpectChangeCipherSpec(ending, identity);
    }

    public override void Dispose()
    {
        peer?.Dispose();
        exchange.Dispose();
    }
}
