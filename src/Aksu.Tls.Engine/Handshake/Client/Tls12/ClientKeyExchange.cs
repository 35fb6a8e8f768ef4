using System.Buffers.Binary;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>The client's half of the key exchange (RFC 5246 §7.4.7, RFC 8422 §5.7, RFC 4279, RFC 5489).</summary>
internal static class ClientKeyExchange
{
    private const int PreMasterSecretLength = 48;

    /// <summary>Sends ClientKeyExchange and returns the pre-master secret, which the caller owns.</summary>
    public static Secret Send(HandshakeContext context, ClientExchange exchange, PeerCertificate? peer, KeyExchangeProposal? proposal)
    {
        switch (exchange.Agreement.Suite.KeyExchange)
        {
            case KeyExchangeMethod.Ecdhe:
                return SendShare(context, proposal!, static own => new ClientKeyExchangeEcdhe(own));
            case KeyExchangeMethod.Dhe:
                return SendShare(context, proposal!, static own => new ClientKeyExchangeDhe(own));
            case KeyExchangeMethod.Rsa:
                return SendEncrypted(context, exchange, peer!.Key);
            case KeyExchangeMethod.Psk:
                ExternalPreSharedKey alone = KeyOf(exchange);
                context.Send(new ClientKeyExchangePsk(alone.Identity));
                return PreSharedKeyPreMaster.Of(alone.Key);
            case KeyExchangeMethod.EcdhePsk:
                ExternalPreSharedKey key = KeyOf(exchange);
                using (Secret shared = SendShare(context, proposal!, own => new ClientKeyExchangeEcdhePsk(key.Identity, own)))
                {
                    return PreSharedKeyPreMaster.Of(shared, key.Key);
                }

            default:
                key = KeyOf(exchange);
                using (Secret shared = SendShare(context, proposal!, own => new ClientKeyExchangeDhePsk(key.Identity, own)))
                {
                    return PreSharedKeyPreMaster.Of(shared, key.Key);
                }
        }
    }

    /// <summary>Answers the server's public value with one of this side's; returns the shared secret, which the caller owns.</summary>
    private static Secret SendShare(HandshakeContext context, KeyExchangeProposal proposal, Func<byte[], IHandshakeBody> messageOf)
    {
        Secret shared = proposal.Answer(out byte[] own);
        try
        {
            context.Send(messageOf(own));
            return shared;
        }
        catch
        {
            shared.Dispose();
            throw;
        }
    }

    // The most preferred one: a client of TLS 1.2 names a single key.
    private static ExternalPreSharedKey KeyOf(ClientExchange exchange) =>
        exchange.Options.PreSharedKeys.First(static key => !key.IsImported);

    /// <summary>
    /// A fresh secret under the server's key (RFC 5246 §7.4.7.1). It begins with the version of the hello, not the negotiated one.
    /// </summary>
    private static Secret SendEncrypted(HandshakeContext context, ClientExchange exchange, VerificationKey key)
    {
        ProtocolVersion highest = exchange.Options.HighestVersion;
        var secret = new Secret(PreMasterSecretLength);
        try
        {
            context.Cryptography.FillRandom(secret.Span);
            BinaryPrimitives.WriteUInt16BigEndian(secret.Span, Math.Min(highest.Value, ProtocolVersion.Tls12.Value));
            byte[] encrypted = new byte[(key.KeySizeInBits + 7) / 8];
            int length = key.EncryptPreMasterSecret(secret.Span, encrypted);
            context.Send(new ClientKeyExchangeRsa(encrypted.AsMemory(0, length)));
            return secret;
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }
}
