using Aksu.Testing;

namespace Aksu.Cryptography.Tests;

public class DeterministicProviderTests
{
    public static TheoryData<string> Exchanges =>
        [.. new DeterministicCryptographyProvider("x").KeyExchanges.Select(exchange => exchange.Name)];

    [Theory]
    [MemberData(nameof(Exchanges))]
    public void The_seed_decides_ephemeral_keys(string name)
    {
        byte[] Next(CryptographyProvider provider) => provider.FindKeyExchange(name)!.Offer().PublicValue.ToArray();
        Assert.Equal(Next(new DeterministicCryptographyProvider("a")), Next(new DeterministicCryptographyProvider("a")));
        Assert.NotEqual(Next(new DeterministicCryptographyProvider("a")), Next(new DeterministicCryptographyProvider("b")));
        var same = new DeterministicCryptographyProvider("a");
        Assert.NotEqual(Next(same), Next(same));
    }

    [Theory]
    [MemberData(nameof(Exchanges))]
    public void It_agrees_with_the_real_provider(string name)
    {
        KeyExchangeAlgorithm seeded = new DeterministicCryptographyProvider("a").FindKeyExchange(name)!;
        KeyExchangeAlgorithm real = CryptographyProvider.Default.FindKeyExchange(name)!;
        using KeyExchangeOffer offer = seeded.Offer();
        byte[] answer = new byte[real.AnswerSize];
        using Secret theirs = real.Answer(offer.PublicValue, answer)!;
        using Secret ours = offer.Complete(answer)!;
        Assert.Equal(theirs.Span.ToArray(), ours.Span.ToArray());
    }

    [Fact]
    public void Scripted_values_come_first()
    {
        var provider = new DeterministicCryptographyProvider("a");
        // RFC 8448 §3, the client's ephemeral key.
        provider.ScriptPrivateKey("x25519", Convert.FromHexString("49af42ba7f7994852d713ef2784bcbcaa7911de26adc5642cb634540e7ea5005"));
        using KeyExchangeOffer offer = provider.FindKeyExchange("x25519")!.Offer();
        Assert.Equal("99381DE560E4BD43D23D8E435A7DBAFEB3C06E51C13CAE4D5413691E529AAF2C", Convert.ToHexString(offer.PublicValue));

        provider.ScriptRandom([1, 2, 3]);
        byte[] other = new byte[32];
        provider.FillRandom(other);
        byte[] scripted = new byte[3];
        provider.FillRandom(scripted);
        Assert.Equal([1, 2, 3], scripted);
        provider.FillRandom(scripted);
        Assert.NotEqual([1, 2, 3], scripted);
        byte[] same = new byte[32];
        new DeterministicCryptographyProvider("a").FillRandom(same);
        Assert.Equal(same, other);
    }

    [Theory]
    [InlineData(KeyKind.EcP256)]
    [InlineData(KeyKind.EcP384)]
    [InlineData(KeyKind.EcP521)]
    [InlineData(KeyKind.Ed25519)]
    [InlineData(KeyKind.Ed448)]
    [InlineData(KeyKind.RsaPss)]
    public void The_seed_decides_keys_and_signatures(KeyKind kind)
    {
        (byte[] PublicKey, byte[] Signature) Run(string seed)
        {
            var provider = new DeterministicCryptographyProvider(seed);
            using GeneratedKey key = provider.GenerateKey(kind, 1024);
            SignatureAlgorithm algorithm = Enum.GetValues<SignatureAlgorithm>().First(key.Key.Supports);
            byte[] signature = new byte[key.Key.MaxSignatureSize];
            int length = key.Key.Sign(algorithm, "data"u8, signature);
            using VerificationKey verification = CryptographyProvider.Default.ImportPublicKey(key.Key.SubjectPublicKeyInfo.Span)!;
            Assert.True(verification.Verify(algorithm, "data"u8, signature.AsSpan(0, length)));
            return (key.Key.SubjectPublicKeyInfo.ToArray(), signature[..length]);
        }

        (byte[] publicKey, byte[] signature) = Run("a");
        (byte[] samePublicKey, byte[] sameSignature) = Run("a");
        Assert.Equal(publicKey, samePublicKey);
        Assert.Equal(signature, sameSignature);
        Assert.NotEqual(publicKey, Run("b").PublicKey);
    }

    [Fact]
    public void The_null_provider_accepts_everything_of_the_right_shape()
    {
        var provider = new NullCryptographyProvider();
        using Aead aead = provider.FindAead("AEAD_AES_128_GCM")!.Create(new byte[16]);
        byte[] text = "as it is"u8.ToArray();
        Assert.True(aead.TryOpen(new byte[12], text, [9, 9, 9], text, []));
        Assert.Equal("as it is"u8, text);
        using KeyExchangeOffer offer = provider.FindKeyExchange("secp256r1")!.Offer();
        Assert.NotNull(offer.Complete(new byte[65]));
        Assert.Null(offer.Complete(new byte[64]));
        using GeneratedKey key = provider.GenerateKey(KeyKind.EcP256);
        Assert.NotNull(provider.ImportPrivateKey(key.Pkcs8.Span));
        using VerificationKey verification = provider.ImportPublicKey(key.Key.SubjectPublicKeyInfo.Span)!;
        Assert.True(verification.Verify(SignatureAlgorithm.EcdsaSha256, [1], [2]));
    }
}
