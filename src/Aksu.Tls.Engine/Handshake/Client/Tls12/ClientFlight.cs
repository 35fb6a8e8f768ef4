using Aksu.Cryptography;
using Aksu.Tls.Engine.Handshake.Evidence;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>
/// The client's flight after ServerHelloDone: certificate where asked for, ClientKeyExchange, proof, change_cipher_spec, Finished. It can
/// only be sent once it is decided who the server is.
/// </summary>
/// <param name="exchange">What the hellos settled.</param>
/// <param name="parameters">What is agreed so far.</param>
/// <param name="peer">The server's certificate; null with a pre-shared key.</param>
/// <param name="proposal">The server's public value; null where there is no Diffie-Hellman.</param>
/// <param name="signature">The server's proof over it; null where nothing is signed.</param>
internal sealed class ClientFlight(
    ClientExchange exchange,
    TlsConnectionParameters parameters,
    PeerCertificate? peer,
    KeyExchangeProposal? proposal,
    SignatureVerified? signature) : IDisposable
{
    private TlsConnectionParameters _parameters = parameters;

    public ClientExchange Exchange => exchange;

    /// <summary>What the client presents when it is asked: certificates, or a raw public key.</summary>
    public CertificateType OwnCertificateType => _parameters.LocalCertificateType;

    /// <summary>Asks the application about the server's certificates, or lets the pre-shared key stand for the server.</summary>
    public HandshakeState Authenticate(HandshakeContext context, CertificateDemand? demand) => peer is null
        ? Begin(context, demand, IdentityAccepted.ByExternalKey())
        : new AwaitServerVerdict(this, demand, peer.ToRequest(Errors.TlsSide.Client, _parameters.ServerName, signature is null), signature);

    /// <summary>Begins with the client's certificate where one is asked for.</summary>
    public HandshakeState Begin(HandshakeContext context, CertificateDemand? demand, IdentityAccepted server)
    {
        _parameters = server.In(_parameters);
        if (demand is null)
        {
            return ExchangeKeys(context, server, static (context, ending) => ending.Finish(context));
        }

        CertifiedKey? key = ClientIdentityChoice.Choose(
            exchange.Options, demand.Authorities, demand.Schemes, candidate => demand.SchemeFor(candidate, exchange.Options));
        return key is null && exchange.Options.AsksForIdentity
            ? new AwaitIdentity(this, demand, server)
            : SendCertificate(context, demand, key, server);
    }

    /// <summary>Sends Certificate (an empty one without a key) and what follows it.</summary>
    public HandshakeState SendCertificate(HandshakeContext context, CertificateDemand demand, CertifiedKey? key, IdentityAccepted server)
    {
        if (key is null)
        {
            context.Send(CertificateForms.Of(key: null, demand.CertificateType));
            context.Transcript.ForgetMessages();
            return ExchangeKeys(context, server, static (context, ending) => ending.Finish(context));
        }

        // The application may have chosen a key that the server cannot verify: it hears of it.
        SignatureScheme chosen = demand.SchemeFor(key, exchange.Options) ?? throw Errors.Fault.NoCommonSignatureScheme();
        context.Send(CertificateForms.Of(key, demand.CertificateType));
        _parameters = _parameters with { LocalCertificates = key.Chain, ClientSignatureScheme = chosen };
        return ExchangeKeys(context, server, (context, ending) =>
        {
            // The messages themselves are signed (RFC 5246 §7.4.8).
            byte[] content = context.Transcript.Messages.ToArray();
            context.Transcript.ForgetMessages();
            return HandshakeSignature.TrySign(key, chosen, content) is { } own
                ? ending.SendVerify(context, chosen, own)
                : new AwaitClientSignature(ending, HandshakeSignature.AskForSignature(key, chosen, content));
        });
    }

    public void Dispose()
    {
        peer?.Dispose();
        exchange.Dispose();
    }

    /// <summary>Sends ClientKeyExchange, derives the keys and goes on with them.</summary>
    private HandshakeState ExchangeKeys(
        HandshakeContext context, IdentityAccepted server, Func<HandshakeContext, ClientEnding, HandshakeState> next)
    {
        using Secret preMasterSecret = ClientKeyExchange.Send(context, exchange, peer, proposal);
        peer?.Dispose();
        ConnectionKeys keys = ConnectionKeys.Derive(context, exchange.Agreement, preMasterSecret);
        var ending = new ClientEnding(exchange, _parameters, keys, server, session: null);
        try
        {
            return next(context, ending);
        }
        catch
        {
            // No state holds the keys yet.
            ending.Dispose();
            throw;
        }
    }
}
