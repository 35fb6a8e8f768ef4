using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>Derive-Secret (RFC 9846 §7.1), under an HMAC that is keyed with the secret to derive from.</summary>
internal static class DerivedSecrets
{
    /// <summary>With room for the key of the Finished message that comes under it.</summary>
    public static TrafficSecret DeriveHandshakeTraffic(
        Suite13 suite, Hmac from, ReadOnlySpan<byte> label, ReadOnlySpan<byte> transcriptHash)
    {
        var secret = Secret.OfKeptMemory(2 * suite.Hash.Size);
        try
        {
            HkdfLabel.Expand(from, label, transcriptHash, secret.Span[..suite.Hash.Size]);
            return new TrafficSecret(suite, secret);
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    public static TrafficSecret DeriveTraffic(Suite13 suite, Hmac from, ReadOnlySpan<byte> label, ReadOnlySpan<byte> transcriptHash) =>
        new(suite, Derive(suite.Hash, from, label, transcriptHash));

    public static Secret Derive(HashFunction hash, Hmac from, ReadOnlySpan<byte> label, ReadOnlySpan<byte> transcriptHash)
    {
        var secret = Secret.OfKeptMemory(hash.Size);
        try
        {
            HkdfLabel.Expand(from, label, transcriptHash, secret.Span);
            return secret;
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    /// <summary>Derive-Secret over no messages.</summary>
    public static void DeriveForNothing(HashFunction hash, Hmac from, ReadOnlySpan<byte> label, Span<byte> destination) =>
        HkdfLabel.Expand(from, label, hash.DigestOfNothing, destination);
}
