using System.Collections.Concurrent;

namespace Aksu.Cryptography.Tests;

/// <summary>One key of each kind for the whole run: to make RSA keys takes longer than most tests.</summary>
public static class TestKeys
{
    private static readonly ConcurrentDictionary<(KeyKind Kind, int Bits), Lazy<byte[]>> Made = new();

    /// <summary>The key in that provider, owned by the caller.</summary>
    public static SigningKey Import(CryptographyProvider provider, KeyKind kind, int rsaKeySizeInBits = 2048) =>
        provider.ImportPrivateKey(Pkcs8(kind, rsaKeySizeInBits))!;

    public static byte[] Pkcs8(KeyKind kind, int rsaKeySizeInBits = 2048) =>
        Made.GetOrAdd((kind, rsaKeySizeInBits), static key => new Lazy<byte[]>(() =>
        {
            using GeneratedKey generated = CryptographyProvider.Default.GenerateKey(key.Kind, key.Bits);
            return generated.Pkcs8.Span.ToArray();
        })).Value;
}
