using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>
/// The server's half of a key exchange with a pre-shared key (RFC 4279 §2, §3, RFC 5489 §2). Nothing is signed: the key authenticates both
/// sides. Where there is no Diffie-Hellman the message may be left out.
/// </summary>
internal sealed class ExpectServerKeyExchangeForPreSharedKey(ClientExchange exchange, TlsConnectionParameters parameters)
    : ClientExchangeState(exchange)
{
    public override string Awaited => "ServerKeyExchange";

    public override HandshakeState Handle(HandshakeContext context, HandshakeMessage message)
    {
        KeyExchangeMethod method = Exchange.Agreement.Suite.KeyExchange;
        if (method == KeyExchangeMethod.Psk && message.Type == HandshakeType.ServerHelloDone)
        {
            return Next(proposal: null).Handle(context, message);
        }

        Expect(HandshakeType.ServerKeyExchange, message);

        // The identity hint is for clients with many keys; this one has an order of its own.
        KeyExchangeProposal? proposal = null;
        switch (method)
        {
            case KeyExchangeMethod.EcdhePsk:
                proposal = KeyExchangeProposal.Read(ServerKeyExchangeEcdhePsk.Decode(message.Body).Parameters, Exchange.Offer);
                break;
            case KeyExchangeMethod.DhePsk:
                proposal = KeyExchangeProposal.Read(ServerKeyExchangeDhePsk.Decode(message.Body).Parameters, Exchange.Offer);
                break;
            default:
                ServerKeyExchangePsk.Decode(message.Body);
                break;
        }

        context.AddToTranscript(message);
        if (proposal is not null)
        {
            context.Report(HandshakeEvent.GroupDecided, proposal.Group.ToString());
        }

        return Next(proposal);
    }

    private ExpectServerHelloDone Next(KeyExchangeProposal? proposal) => new(
        new ClientFlight(Exchange, parameters with { Group = proposal?.Group }, peer: null, proposal, signature: null), demand: null);
}
