using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>The server's half of the key exchange (RFC 5246 §7.4.3), and the end of its flight.</summary>
internal static class ServerKeyExchangeMessage
{
    /// <summary>Sends ServerKeyExchange where the suite has one; a key that is elsewhere is asked to sign it first.</summary>
    public static HandshakeState Send(HandshakeContext context, ServerExchange exchange, TlsConnectionParameters parameters)
    {
        switch (exchange.Agreement.Suite.KeyExchange)
        {
            case KeyExchangeMethod.Ecdhe or KeyExchangeMethod.Dhe:
                return Sign(context, exchange, parameters);
            case KeyExchangeMethod.EcdhePsk:
                context.Send(new ServerKeyExchangeEcdhePsk(default, exchange.Share!.CurveParameters));
                break;
            case KeyExchangeMethod.DhePsk:
                context.Send(new ServerKeyExchangeDhePsk(default, exchange.Share!.FiniteFieldParameters));
                break;
        }

        return Finish(context, exchange, parameters);
    }

    /// <summary>Goes on with a signature that was made here or elsewhere.</summary>
    public static HandshakeState SendSigned(
        HandshakeContext context,
        ServerExchange exchange,
        TlsConnectionParameters parameters,
        SignatureScheme scheme,
        ReadOnlyMemory<byte> signature)
    {
        var signed = new DigitallySigned(SignatureRules.OnTheWire(exchange.Agreement.Version, scheme), signature);
        context.Send<IHandshakeBody>(exchange.Agreement.Suite.UsesCurve
            ? new ServerKeyExchangeEcdhe(exchange.Share!.CurveParameters, signed)
            : new ServerKeyExchangeDhe(exchange.Share!.FiniteFieldParameters, signed));
        return Finish(context, exchange, parameters);
    }

    private static HandshakeState Sign(HandshakeContext context, ServerExchange exchange, TlsConnectionParameters parameters)
    {
        CertifiedKey key = exchange.Key!;
        SignatureScheme scheme = parameters.SignatureScheme!.Value;
        ReadOnlyMemory<byte> encoded = exchange.Agreement.Suite.UsesCurve
            ? exchange.Share!.CurveParameters.Encoded
            : exchange.Share!.FiniteFieldParameters.Encoded;
        byte[] content = SignedParameters.For(exchange.Agreement.Randoms, encoded.Span);
        return HandshakeSignature.TrySign(key, scheme, content) is { } signature
            ? SendSigned(context, exchange, parameters, scheme, signature)
            : new AwaitServerSignature(exchange, parameters, HandshakeSignature.AskForSignature(key, scheme, content));
    }

    private static HandshakeState Finish(HandshakeContext context, ServerExchange exchange, TlsConnectionParameters parameters)
    {
        if (exchange.AsksForCertificate)
        {
            context.Send(CertificateDemandMessage.For(exchange.Options, exchange.Agreement.Version));
        }

        context.Send(new ServerHelloDone());
        return exchange.AsksForCertificate
            ? new ExpectClientCertificate(exchange, parameters)
            : new ExpectClientKeyExchange(exchange, parameters, peer: null);
    }
}
