using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>Derive-Secret (RFC 9846 §7.1), under an HMAC that is keyed with the secret to derive from.</summary>
internal static class DerivedSecrets
{
    public static TrafficSecret DeriveHandshakeTraffic(Suite13 suite, Hmac from, string label, ReadOnlySpan<byte> transcriptHash) =>
        new(suite, Derive(suite.Hash, from, label, transcriptHash), finishesHandshake: true);

    public static TrafficSecret DeriveTraffic(Suite13 suite, Hmac from, string label, ReadOnlySpan<byte> transcriptHash) =>
        new(suite, Derive(suite.Hash, from, label, transcriptHash));

    public static Secret Derive(HashFunction hash, Hmac from, string label, ReadOnlySpan<byte> transcriptHash)
    {
        var secret = new Secret(hash.Size);
        HkdfLabel.Expand(from, label, transcriptHash, secret.Span);
        return secret;
    }

    /// <summary>Derive-Secret over no messages.</summary>
    public static void DeriveForNothing(HashFunction hash, Hmac from, string label, Span<byte> destination) =>
        HkdfLabel.Expand(from, label, hash.DigestOfNothing, destination);
}
