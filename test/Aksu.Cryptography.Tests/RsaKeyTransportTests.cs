using System.Numerics;
using System.Security.Cryptography;

namespace Aksu.Cryptography.Tests;

public class RsaKeyTransportTests
{
    private const ushort Tls12 = 0x0303;

    public static TheoryData<string> All => Providers.Names;

    /// <summary>Blocks under the padding of RFC 8017 §7.2.1 that are all wrong in one way, for a modulus of 256 bytes.</summary>
    public static TheoryData<string, string> Malformed
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string provider in Providers.AllNames)
            {
                foreach (string name in Blocks.Keys)
                {
                    data.Add(provider, name);
                }
            }
            return data;
        }
    }

    private static Dictionary<string, Func<byte[]>> Blocks => new()
    {
        ["first byte"] = () => Changed(Block(48), 0, 1),
        ["second byte"] = () => Changed(Block(48), 1, 1),
        ["block of a signature"] = () => Changed(Block(48), 1, 3),
        ["zero in the padding"] = () => Set(Block(48), 100, 0),
        ["zero within the first eight bytes of padding"] = () => Set(Block(48), 5, 0),
        ["no separator"] = () => Set(Block(48), 256 - 49, 7),
        ["secret too short"] = () => Block(47),
        ["secret too long"] = () => Block(49),
        ["secret empty"] = () => Block(0),
        ["older version"] = () => Set(Block(48), 256 - 47, 2),
        ["newer version"] = () => Set(Block(48), 256 - 47, 4),
        ["other major version"] = () => Set(Block(48), 256 - 48, 2),
        ["zero"] = () => new byte[256],
        ["one"] = () => Set(new byte[256], 255, 1),
    };

    [Theory]
    [MemberData(nameof(All))]
    public void What_the_client_encrypts_the_server_reads(string providerName)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        foreach (int bits in (ReadOnlySpan<int>)[1024, 2048, 3072])
        {
            using SigningKey key = TestKeys.Import(provider, KeyKind.Rsa, bits);
            using VerificationKey publicKey = provider.ImportPublicKey(key.SubjectPublicKeyInfo.Span)!;
            Assert.True(key.SupportsKeyTransport);
            Assert.True(publicKey.SupportsKeyTransport);
            byte[] secret = RandomNumberGenerator.GetBytes(48);
            secret[0] = 3;
            secret[1] = 3;
            byte[] ciphertext = new byte[(bits / 8) + 1];
            Assert.Equal(bits / 8, publicKey.EncryptPreMasterSecret(secret, ciphertext));
            byte[] result = new byte[48];
            key.DecryptPreMasterSecret(ciphertext.AsSpan(0, bits / 8), Tls12, result);
            Assert.Equal(secret, result);
        }
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_secret_becomes_random_bytes_without_a_word(string providerName, string name)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        (SigningKey key, RSAParameters numbers) = Key(provider);
        using (key)
        {
            byte[] valid = Encrypt(Block(48), numbers);
            byte[] secret = new byte[48];
            key.DecryptPreMasterSecret(valid, Tls12, secret);
            Assert.Equal(Block(48)[^48..], secret);

            byte[] ciphertext = Encrypt(Blocks[name](), numbers);
            byte[] first = new byte[48];
            byte[] second = new byte[48];
            key.DecryptPreMasterSecret(ciphertext, Tls12, first);
            key.DecryptPreMasterSecret(ciphertext, Tls12, second);
            Assert.NotEqual(secret, first);
            Assert.NotEqual(new byte[48], first);
            Assert.NotEqual(first, second);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_ciphertext_of_wrong_length_or_size_becomes_random_bytes(string providerName)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        (SigningKey key, RSAParameters numbers) = Key(provider);
        using (key)
        {
            byte[] valid = Encrypt(Block(48), numbers);
            byte[] beyond = [.. Enumerable.Repeat((byte)0xff, 256)];
            foreach (byte[] wrong in (byte[][])[[], valid[1..], [0, .. valid], [.. valid, 0], beyond, numbers.Modulus!])
            {
                byte[] first = new byte[48];
                byte[] second = new byte[48];
                key.DecryptPreMasterSecret(wrong, Tls12, first);
                key.DecryptPreMasterSecret(wrong, Tls12, second);
                Assert.NotEqual(new byte[48], first);
                Assert.NotEqual(first, second);
                Assert.NotEqual(Block(48)[^48..], first);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Misuse_is_refused(string providerName)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        using SigningKey rsa = TestKeys.Import(provider, KeyKind.Rsa);
        using VerificationKey rsaPublic = provider.ImportPublicKey(rsa.SubjectPublicKeyInfo.Span)!;
        Assert.Throws<ArgumentException>(() => rsa.DecryptPreMasterSecret(new byte[256], Tls12, new byte[47]));
        Assert.Throws<ArgumentException>(() => rsaPublic.EncryptPreMasterSecret(new byte[47], new byte[256]));
        Assert.Throws<ArgumentException>(() => rsaPublic.EncryptPreMasterSecret(new byte[48], new byte[255]));
        foreach (KeyKind kind in (ReadOnlySpan<KeyKind>)[KeyKind.RsaPss, KeyKind.EcP256, KeyKind.Ed25519])
        {
            using SigningKey key = TestKeys.Import(provider, kind);
            using VerificationKey publicKey = provider.ImportPublicKey(key.SubjectPublicKeyInfo.Span)!;
            Assert.False(key.SupportsKeyTransport);
            Assert.False(publicKey.SupportsKeyTransport);
            Assert.Throws<NotSupportedException>(() => key.DecryptPreMasterSecret(new byte[256], Tls12, new byte[48]));
            Assert.Throws<NotSupportedException>(() => publicKey.EncryptPreMasterSecret(new byte[48], new byte[256]));
        }
    }

    private static (SigningKey Key, RSAParameters Numbers) Key(CryptographyProvider provider)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(TestKeys.Pkcs8(KeyKind.Rsa), out _);
        return (TestKeys.Import(provider, KeyKind.Rsa), rsa.ExportParameters(includePrivateParameters: false));
    }

    /// <summary>00 02, padding, 00, and a secret of that length that starts with the version.</summary>
    private static byte[] Block(int secretLength)
    {
        byte[] block = [.. Enumerable.Repeat((byte)0x5a, 256)];
        block[0] = 0;
        block[1] = 2;
        block[256 - secretLength - 1] = 0;
        for (int i = 0; i < secretLength; i++)
        {
            block[256 - secretLength + i] = (byte)(i < 2 ? 3 : i);
        }
        return block;
    }

    private static byte[] Changed(byte[] block, int index, byte change)
    {
        block[index] ^= change;
        return block;
    }

    private static byte[] Set(byte[] block, int index, byte value)
    {
        block[index] = value;
        return block;
    }

    private static byte[] Encrypt(byte[] block, RSAParameters key)
    {
        BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
        byte[] result = BigInteger.ModPow(Number(block), Number(key.Exponent!), Number(key.Modulus!))
            .ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[block.Length - result.Length], .. result];
    }
}
