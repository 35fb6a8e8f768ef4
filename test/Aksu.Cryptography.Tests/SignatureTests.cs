namespace Aksu.Cryptography.Tests;

public class SignatureTests
{
    private static readonly byte[] Data = "what is signed"u8.ToArray();

    public static TheoryData<string, KeyKind> Kinds
    {
        get
        {
            var data = new TheoryData<string, KeyKind>();
            foreach (string provider in Providers.AllNames)
            {
                foreach (KeyKind kind in Enum.GetValues<KeyKind>())
                {
                    data.Add(provider, kind);
                }
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Signatures_of_every_supported_kind_verify_and_no_change_does(string providerName, KeyKind kind)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        using GeneratedKey generated = provider.GenerateKey(kind);
        using SigningKey? imported = provider.ImportPrivateKey(generated.Pkcs8.Span);
        Assert.NotNull(imported);
        Assert.Equal(kind, imported.Kind);
        Assert.Equal(generated.Key.KeySizeInBits, imported.KeySizeInBits);
        Assert.Equal(generated.Key.SubjectPublicKeyInfo.Span, imported.SubjectPublicKeyInfo.Span);
        using VerificationKey? verification = provider.ImportPublicKey(imported.SubjectPublicKeyInfo.Span);
        Assert.NotNull(verification);
        Assert.Equal(kind, verification.Kind);
        Assert.Equal(imported.KeySizeInBits, verification.KeySizeInBits);

        foreach (SignatureAlgorithm algorithm in Enum.GetValues<SignatureAlgorithm>())
        {
            Assert.Equal(imported.Supports(algorithm), verification.Supports(algorithm));
            byte[] signature = new byte[imported.MaxSignatureSize + 3];
            if (!imported.Supports(algorithm))
            {
                Assert.Throws<ArgumentException>(() => imported.Sign(algorithm, Data, signature));
                Assert.Throws<ArgumentException>(() => verification.Verify(algorithm, Data, signature));
                continue;
            }
            Assert.Throws<ArgumentException>(() => imported.Sign(algorithm, Data, new byte[4]));
            foreach (SigningKey key in (SigningKey[])[imported, generated.Key])
            {
                int length = key.Sign(algorithm, Data, signature);
                Assert.InRange(length, 1, imported.MaxSignatureSize);
                byte[] exact = signature[..length];
                Assert.True(verification.Verify(algorithm, Data, exact), algorithm.ToString());
                Assert.False(verification.Verify(algorithm, [.. Data, 0], exact));
                Assert.False(verification.Verify(algorithm, Data, [.. exact, 0]));
                Assert.False(verification.Verify(algorithm, Data, exact.AsSpan(0, length - 1)));
                Assert.False(verification.Verify(algorithm, Data, []));
                for (int i = 0; i < exact.Length; i += Math.Max(1, exact.Length / 16))
                {
                    exact[i] ^= 1;
                    Assert.False(verification.Verify(algorithm, Data, exact));
                    exact[i] ^= 1;
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_key_supports_what_its_kind_can_do(string providerName, KeyKind kind)
    {
        using SigningKey key = TestKeys.Import(Providers.Get(providerName), kind);
        foreach (SignatureAlgorithm algorithm in Enum.GetValues<SignatureAlgorithm>())
        {
            string name = algorithm.ToString();
            bool expected = kind switch
            {
                KeyKind.Rsa => name.StartsWith("Rsa", StringComparison.Ordinal),
                KeyKind.RsaPss => name.StartsWith("RsaPss", StringComparison.Ordinal),
                KeyKind.Ed25519 => algorithm == SignatureAlgorithm.Ed25519,
                KeyKind.Ed448 => algorithm == SignatureAlgorithm.Ed448,
                _ => name.StartsWith("Ecdsa", StringComparison.Ordinal),
            };
            Assert.Equal(expected, key.Supports(algorithm));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_truncation_of_a_key_is_refused(string providerName, KeyKind kind)
    {
        CryptographyProvider provider = Providers.Get(providerName);
        byte[] privateKey = TestKeys.Pkcs8(kind);
        using SigningKey key = provider.ImportPrivateKey(privateKey)!;
        byte[] publicKey = key.SubjectPublicKeyInfo.ToArray();
        for (int length = 0; length < publicKey.Length; length++)
        {
            Assert.Null(provider.ImportPublicKey(publicKey.AsSpan(0, length)));
        }
        for (int length = 0; length < privateKey.Length; length += privateKey.Length > 500 ? 7 : 1)
        {
            Assert.Null(provider.ImportPrivateKey(privateKey.AsSpan(0, length)));
        }
        Assert.Null(provider.ImportPublicKey([.. publicKey, 0]));
        Assert.Null(provider.ImportPrivateKey([.. privateKey, 0]));
    }
}
