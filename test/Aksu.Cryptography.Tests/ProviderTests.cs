using System.Reflection;
using Aksu.Cryptography.LibCrypto;

namespace Aksu.Cryptography.Tests;

public class ProviderTests
{
    [Theory]
    [MemberData(nameof(Providers.Names), MemberType = typeof(Providers))]
    public void Every_provider_offers_the_same_names_in_the_same_order(string name)
    {
        CryptographyProvider provider = Providers.Get(name);
        Assert.Equal(["SHA-256", "SHA-384", "SHA-512"], provider.Hashes.Select(hash => hash.Name));
        Assert.Equal(["SHA-1", "MD5"], provider.LegacyHashes.Select(hash => hash.Name));
        Assert.Equal(
            [
                "AEAD_AES_128_GCM", "AEAD_AES_256_GCM", "AEAD_CHACHA20_POLY1305",
                "AEAD_AES_128_CCM", "AEAD_AES_256_CCM", "AEAD_AES_128_CCM_8", "AEAD_AES_256_CCM_8",
            ],
            provider.Aeads.Select(aead => aead.Name));
        Assert.Equal(["AES-128-CBC", "AES-256-CBC"], provider.CbcCiphers.Select(cipher => cipher.Name));
        Assert.Equal(["x25519", "secp256r1", "secp384r1", "secp521r1", "x448"], provider.KeyExchanges.Select(exchange => exchange.Name));
        Assert.Equal(
            ["ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe6144", "ffdhe8192"],
            provider.FiniteFieldKeyExchanges.Select(exchange => exchange.Name));
    }

    [Fact]
    public void What_is_not_there_is_null()
    {
        CryptographyProvider provider = CryptographyProvider.Default;
        Assert.Null(provider.FindHash("SHA-1"));
        Assert.Null(provider.FindLegacyHash("SHA-256"));
        Assert.Null(provider.FindAead("AEAD_AES_128_OCB"));
        Assert.Null(provider.FindCbcCipher("DES-CBC"));
        Assert.Null(provider.FindKeyExchange("secp256k1"));
        Assert.Same(CryptographyProvider.Default, provider);
    }

    [Theory]
    [MemberData(nameof(Providers.Names), MemberType = typeof(Providers))]
    public void Randoms_differ(string name)
    {
        byte[] first = new byte[32];
        byte[] second = new byte[32];
        Providers.Get(name).FillRandom(first);
        Providers.Get(name).FillRandom(second);
        Assert.NotEqual(first, second);
        Assert.NotEqual(new byte[32], first);
    }

    [Theory]
    [InlineData(1016)]
    [InlineData(8200)]
    public void Rsa_keys_outside_of_the_bounds_are_not_made(int bits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CryptographyProvider.Default.GenerateKey(KeyKind.Rsa, bits));

    [Fact]
    public void On_linux_libcrypto_is_called_directly()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.False(LibCryptoLibrary.IsAvailable);
            return;
        }
        if (!LibCryptoLibrary.IsAvailable && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("This system's OpenSSL is older than 3.0, or set to FIPS mode.");
        }
        Assert.True(LibCryptoLibrary.IsAvailable);
        Assert.IsType<LibCryptoHashFunction<Sha256Digest>>(CryptographyProvider.Default.FindHash("SHA-256"));
    }

    [Fact]
    public void Every_native_function_is_looked_for_before_the_first_is_called()
    {
        IEnumerable<string> imported = typeof(NativeMethods)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => !method.IsSpecialName)
            .Select(method => method.Name)
            .Where(name => !name.EndsWith("_short", StringComparison.Ordinal) && !name.EndsWith("_nonce", StringComparison.Ordinal));
        Assert.Equal(imported.Order(StringComparer.Ordinal), NativeMethods.Symbols.Order(StringComparer.Ordinal));
    }
}
