using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The server's half of a Diffie-Hellman exchange, signed by its certificate's key (RFC 5246 §7.4.3, RFC 8422 §5.4).</summary>
internal sealed class ExpectServerKeyExchange(ClientExchange exchange, TlsConnectionParameters parameters, PeerCertificate peer)
    : ClientExchangeState(exchange)
{
    public override string Awaited => "ServerKeyExchange";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        Expect(HandshakeType.ServerKeyExchange, message);
        Agreement agreement = Exchange.Agreement;
        KeyExchangeProposal proposal;
        SignatureVerified signature;
        if (agreement.Suite.KeyExchange == KeyExchangeMethod.Ecdhe)
        {
            ServerKeyExchangeEcdhe body = ServerKeyExchangeEcdhe.Decode(message.Body, agreement.Version);
            signature = Verify(body.Parameters.Encoded.Span, body.Signature);
            proposal = KeyExchangeProposal.Read(body.Parameters, Exchange.Offer);
        }
        else
        {
            ServerKeyExchangeDhe body = ServerKeyExchangeDhe.Decode(message.Body, agreement.Version);
            signature = Verify(body.Parameters.Encoded.Span, body.Signature);
            proposal = KeyExchangeProposal.Read(body.Parameters, Exchange.Offer);
        }

        context.AddToTranscript(message);
        context.Report(HandshakeEvent.PeerSignatureVerified, signature.Scheme.ToString());
        context.Report(HandshakeEvent.GroupDecided, proposal.Group.ToString());
        TlsConnectionParameters known = parameters with { Group = proposal.Group, SignatureScheme = signature.Scheme };
        return new ExpectCertificateRequestOrServerHelloDone(new ClientFlight(Exchange, known, peer, proposal, signature));
    }

    public override void Dispose()
    {
        peer.Dispose();
        base.Dispose();
    }

    private SignatureVerified Verify(ReadOnlySpan<byte> signedParameters, DigitallySigned signed)
    {
        SignatureScheme scheme = SignatureRules.SchemeOf(
            Exchange.Agreement.Version, signed.Scheme, peer.Key.Kind, Exchange.Options.SignatureSchemes);
        byte[] content = SignedParameters.For(Exchange.Agreement.Randoms, signedParameters);
        return SignatureVerified.Check(peer.Key, scheme, content, signed.Signature.Span);
    }
}
