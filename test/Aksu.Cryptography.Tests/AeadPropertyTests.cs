using System.Security.Cryptography;

namespace Aksu.Cryptography.Tests;

public class AeadPropertyTests
{
    private const int Longest = 1100;

    public static TheoryData<string, string> All => Providers.With(provider => provider.Aeads.Select(aead => aead.Name));

    /// <summary>All but the platform's CCM, which makes a context for each text.</summary>
    public static TheoryData<string, string> WithoutAllocation => Providers.With(
        provider => provider.Aeads.Select(aead => aead.Name)
            .Where(name => provider != Providers.Get("platform") || !name.Contains("CCM", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_length_comes_back_also_in_place(string provider, string name)
    {
        AeadAlgorithm algorithm = Providers.Get(provider).FindAead(name)!;
        byte[] key = RandomNumberGenerator.GetBytes(algorithm.KeySize);
        using Aead sealer = algorithm.Create(key);
        using Aead opener = algorithm.Create(key);
        byte[] text = RandomNumberGenerator.GetBytes(Longest);
        byte[] associated = RandomNumberGenerator.GetBytes(40);
        byte[] nonce = new byte[algorithm.NonceSize];
        for (int length = 0; length <= Longest; length++)
        {
            RandomNumberGenerator.Fill(nonce);
            ReadOnlySpan<byte> aad = associated.AsSpan(0, length % 41);
            byte[] ciphertext = new byte[length];
            byte[] tag = new byte[algorithm.TagSize];
            sealer.Seal(nonce, text.AsSpan(0, length), ciphertext, tag, aad);

            byte[] inPlace = text[..length];
            byte[] secondTag = new byte[algorithm.TagSize];
            opener.Seal(nonce, inPlace, inPlace, secondTag, aad);
            Assert.Equal(ciphertext, inPlace);
            Assert.Equal(tag, secondTag);

            if (length > 0)
            {
                byte[] withSuffix = new byte[length];
                sealer.Seal(nonce, text.AsSpan(0, length - 1), text[length - 1], withSuffix, secondTag, aad);
                Assert.Equal(ciphertext, withSuffix);
                Assert.Equal(tag, secondTag);
            }

            byte[] plaintext = new byte[length];
            Assert.True(opener.TryOpen(nonce, ciphertext, tag, plaintext, aad));
            Assert.Equal(text[..length], plaintext);
            Assert.True(sealer.TryOpen(nonce, inPlace, tag, inPlace, aad));
            Assert.Equal(plaintext, inPlace);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_changed_byte_is_refused_and_the_cipher_goes_on(string provider, string name)
    {
        AeadAlgorithm algorithm = Providers.Get(provider).FindAead(name)!;
        using Aead aead = algorithm.Create(RandomNumberGenerator.GetBytes(algorithm.KeySize));
        foreach (int length in (ReadOnlySpan<int>)[0, 1, 15, 16, 17, 64, 300])
        {
            byte[] nonce = RandomNumberGenerator.GetBytes(algorithm.NonceSize);
            byte[] text = RandomNumberGenerator.GetBytes(length);
            byte[] aad = RandomNumberGenerator.GetBytes(13);
            byte[] ciphertext = new byte[length];
            byte[] tag = new byte[algorithm.TagSize];
            aead.Seal(nonce, text, ciphertext, tag, aad);
            byte[] plaintext = new byte[length];
            foreach (byte[] part in (byte[][])[nonce, ciphertext, tag, aad])
            {
                for (int i = 0; i < part.Length; i++)
                {
                    byte change = (byte)(1 << (i % 8));
                    part[i] ^= change;
                    text.CopyTo(plaintext, 0);
                    Assert.False(aead.TryOpen(nonce, ciphertext, tag, plaintext, aad));
                    Assert.True(length < 16 || !plaintext.AsSpan().SequenceEqual(text), "a refused text must not be left behind");
                    part[i] ^= change;
                }
            }
            Assert.False(aead.TryOpen(nonce, ciphertext, tag, plaintext, aad.AsSpan(1)));
            Assert.True(aead.TryOpen(nonce, ciphertext, tag, plaintext, aad));
            Assert.Equal(text, plaintext);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Wrong_lengths_are_the_callers_fault(string provider, string name)
    {
        AeadAlgorithm algorithm = Providers.Get(provider).FindAead(name)!;
        Assert.ThrowsAny<ArgumentException>(() => algorithm.Create(new byte[algorithm.KeySize - 1]));
        Assert.ThrowsAny<ArgumentException>(() => algorithm.Create(new byte[algorithm.KeySize + 1]));
        using Aead aead = algorithm.Create(new byte[algorithm.KeySize]);
        byte[] tag = new byte[algorithm.TagSize];
        byte[] nonce = new byte[algorithm.NonceSize];
        Assert.ThrowsAny<ArgumentException>(() => aead.Seal(new byte[11], new byte[4], new byte[4], tag, []));
        Assert.ThrowsAny<ArgumentException>(() => aead.Seal(nonce, new byte[4], new byte[5], tag, []));
        Assert.ThrowsAny<ArgumentException>(() => aead.Seal(nonce, new byte[4], new byte[4], tag.AsSpan(1), []));
        Assert.ThrowsAny<ArgumentException>(() => aead.Seal(new byte[11], new byte[4], 1, new byte[5], tag, []));
        Assert.ThrowsAny<ArgumentException>(() => aead.Seal(nonce, new byte[4], 1, new byte[4], tag, []));
        Assert.ThrowsAny<ArgumentException>(() => aead.Seal(nonce, new byte[4], 1, new byte[6], tag, []));
        Assert.ThrowsAny<ArgumentException>(() => aead.Seal(nonce, new byte[4], 1, new byte[5], tag.AsSpan(1), []));
        Assert.ThrowsAny<ArgumentException>(() => aead.TryOpen(new byte[13], new byte[4], tag, new byte[4], []));
        Assert.ThrowsAny<ArgumentException>(() => aead.TryOpen(nonce, new byte[4], tag, new byte[3], []));
        Assert.ThrowsAny<ArgumentException>(() => aead.TryOpen(nonce, new byte[4], tag.AsSpan(1), new byte[4], []));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_disposed_cipher_is_refused(string provider, string name)
    {
        AeadAlgorithm algorithm = Providers.Get(provider).FindAead(name)!;
        Aead aead = algorithm.Create(new byte[algorithm.KeySize]);
        aead.Dispose();
        aead.Dispose();
        Assert.Throws<ObjectDisposedException>(
            () => aead.Seal(new byte[algorithm.NonceSize], new byte[4], new byte[4], new byte[algorithm.TagSize], []));
    }

    [Theory]
    [MemberData(nameof(WithoutAllocation))]
    public void Neither_method_allocates(string provider, string name)
    {
        AeadAlgorithm algorithm = Providers.Get(provider).FindAead(name)!;
        using Aead aead = algorithm.Create(new byte[algorithm.KeySize]);
        byte[] nonce = new byte[algorithm.NonceSize];
        byte[] tag = new byte[algorithm.TagSize];
        byte[] text = new byte[1000];
        byte[] aad = new byte[5];
        void Run()
        {
            for (int i = 0; i < 100; i++)
            {
                nonce[0] = (byte)i;
                aead.Seal(nonce, text, text, tag, aad);
                if (!aead.TryOpen(nonce, text, tag, text, aad))
                {
                    throw new InvalidOperationException();
                }
            }
        }
        Run();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
