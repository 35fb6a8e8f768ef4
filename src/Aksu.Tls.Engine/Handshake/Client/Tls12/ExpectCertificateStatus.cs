using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The server may staple an OCSP response; having announced it, it may still leave it out (RFC 6066 §8).</summary>
internal sealed class ExpectCertificateStatus(ClientExchange exchange, TlsConnectionParameters parameters, PeerCertificate peer)
    : ClientExchangeState(exchange)
{
    private readonly HandshakeState _next = Next(exchange, parameters, peer);

    public override string Awaited => "CertificateStatus or " + _next.Awaited;

    public override int CeilingFor(HandshakeType type) =>
        type == HandshakeType.CertificateStatus ? Exchange.Options.MaxCertificateMessageLength : _next.CeilingFor(type);

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        if (message.Type != HandshakeType.CertificateStatus)
        {
            return _next.Handle(context, message);
        }

        ReadOnlyMemory<byte> response = CertificateStatus12.Decode(message.Body).Status.OcspResponse.ToArray();
        context.AddToTranscript(message);
        return Next(Exchange, parameters, peer.With(response));
    }

    public override void Dispose() => _next.Dispose();

    /// <summary>What follows the certificates: the server's half of the key exchange, where it has one.</summary>
    public static HandshakeState Next(ClientExchange exchange, TlsConnectionParameters parameters, PeerCertificate peer) =>
        exchange.Agreement.Suite.IsSigned
            ? new ExpectServerKeyExchange(exchange, parameters, peer)
            : new ExpectCertificateRequestOrServerHelloDone(new ClientFlight(exchange, parameters, peer, proposal: null, signature: null));
}
