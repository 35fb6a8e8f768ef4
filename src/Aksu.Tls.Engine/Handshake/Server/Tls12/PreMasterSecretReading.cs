using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>
/// The pre-master secret from a ClientKeyExchange (RFC 5246 §7.4.7, RFC 8422 §5.7, RFC 4279, RFC 5489). The caller owns it.
/// </summary>
internal static class PreMasterSecretReading
{
    private const int EncryptedSecretLength = 48;
    private const int RandomKeyLength = 32;

    public static Secret Read(HandshakeContext context, ServerExchange exchange, ReadOnlyMemory<byte> body)
    {
        switch (exchange.Agreement.Suite.KeyExchange)
        {
            case KeyExchangeMethod.Ecdhe:
                return exchange.Share!.Complete(ClientKeyExchangeEcdhe.Decode(body).PublicKey.Span);
            case KeyExchangeMethod.Dhe:
                return exchange.Share!.Complete(ClientKeyExchangeDhe.Decode(body).PublicKey.Span);
            case KeyExchangeMethod.Rsa:
                return Decrypt(exchange, ClientKeyExchangeRsa.Decode(body));
            case KeyExchangeMethod.Psk:
                using (Secret key = KeyFor(context, exchange.Options, ClientKeyExchangePsk.Decode(body).Identity.Span))
                {
                    return PreSharedKeyPreMaster.Of(key);
                }

            case KeyExchangeMethod.EcdhePsk:
                ClientKeyExchangeEcdhePsk ecdhe = ClientKeyExchangeEcdhePsk.Decode(body);
                using (Secret shared = exchange.Share!.Complete(ecdhe.PublicKey.Span))
                using (Secret key = KeyFor(context, exchange.Options, ecdhe.Identity.Span))
                {
                    return PreSharedKeyPreMaster.Of(shared, key);
                }

            default:
                ClientKeyExchangeDhePsk dhe = ClientKeyExchangeDhePsk.Decode(body);
                using (Secret shared = exchange.Share!.Complete(dhe.PublicKey.Span))
                using (Secret key = KeyFor(context, exchange.Options, dhe.Identity.Span))
                {
                    return PreSharedKeyPreMaster.Of(shared, key);
                }
        }
    }

    /// <summary>
    /// Whatever is wrong with the ciphertext or the version inside, a random secret comes out, in the same time and without a word: the
    /// client learns no more than that its Finished does not verify (RFC 5246 §7.4.7.1).
    /// </summary>
    private static Secret Decrypt(ServerExchange exchange, ClientKeyExchangeRsa message)
    {
        var secret = new Secret(EncryptedSecretLength);
        try
        {
            exchange.Key!.Key!.DecryptPreMasterSecret(message.EncryptedPreMasterSecret.Span, exchange.OfferedVersion.Value, secret.Span);
            return secret;
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A copy of the key that the identity names. For one that nobody has, a random key: that it is unknown looks like a wrong key
    /// (RFC 4279 §2).
    /// </summary>
    private static Secret KeyFor(HandshakeContext context, ServerHandshakeOptions options, ReadOnlySpan<byte> identity)
    {
        foreach (ExternalPreSharedKey key in options.PreSharedKeys)
        {
            if (!key.IsImported && key.Identity.Span.SequenceEqual(identity))
            {
                return Secret.CopyOf(key.Key.Span);
            }
        }

        var random = new Secret(RandomKeyLength);
        try
        {
            context.Cryptography.FillRandom(random.Span);
            return random;
        }
        catch
        {
            random.Dispose();
            throw;
        }
    }
}
