using System.Security.Cryptography;
using Aksu.Cryptography.Composition;
using Aksu.Cryptography.Vectorized;

namespace Aksu.Cryptography.Tests;

/// <summary>The AES-GCM made of vector instructions, in each of its variants that this processor can run.</summary>
public class VectorAesGcmTests
{
    private static readonly AeadAlgorithm[] Variants = [.. VectorAeads.AllVariants()];

    /// <summary>The variants by number, as far as the processor goes.</summary>
    public static TheoryData<int> All => Variants.Length > 0 ? [.. Enumerable.Range(0, Variants.Length)] : [-1];

    private static AeadAlgorithm Variant(int number)
    {
        Assert.SkipWhen(number < 0, "This processor has no instructions for AES.");
        return Variants[number];
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_known_answers_that_open_its_door_are_right(int number) => Assert.True(KnownAnswers.AreRight(Variant(number)));

    [Theory]
    [MemberData(nameof(All))]
    public void Agrees_with_every_case_of_Wycheproof(int number)
    {
        AeadAlgorithm algorithm = Variant(number);
        int cases = 0;
        foreach (string[] fields in VectorFile.Lines("wycheproof-aes-gcm.txt"))
        {
            byte[][] values = [.. fields[..6].Select(VectorFile.Bytes)];
            if (values[0].Length != algorithm.KeySize)
            {
                continue;
            }
            cases++;
            using Aead aead = algorithm.Create(values[0]);
            byte[] opened = new byte[values[4].Length];
            bool isValid = aead.TryOpen(values[1], values[4], values[5], opened, values[2]);
            Assert.Equal(fields[6] == "valid", isValid);
            if (isValid)
            {
                Assert.Equal(values[3], opened);
                byte[] tag = new byte[16];
                aead.Seal(values[1], opened, opened, tag, values[2]);
                Assert.Equal(values[4], opened);
                Assert.Equal(values[5], tag);
            }
            else
            {
                Assert.False(opened.AsSpan().ContainsAnyExcept((byte)0));
            }
        }
        Assert.True(cases > 30);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Agrees_with_the_platform_at_every_length(int number)
    {
        AeadAlgorithm algorithm = Variant(number);
        AeadAlgorithm other = PlatformComposition.Create(vectorized: false).FindAead(algorithm.Name)!;
        var random = new Random(number);
        IEnumerable<int> lengths =
            [.. Enumerable.Range(0, 1101), .. Enumerable.Range(0, 40).Select(_ => random.Next(1 << 15)), 16384, 16385, 1 << 17];
        foreach (int length in lengths)
        {
            byte[] key = Next(random, algorithm.KeySize);
            byte[] nonce = Next(random, 12);
            byte[] associated = Next(random, length % 4 == 0 ? 5 : length % 4 == 1 ? 13 : random.Next(70));
            byte[] text = Next(random, length);
            byte[] expected = new byte[length];
            byte[] expectedTag = new byte[16];
            using (Aead aead = other.Create(key))
            {
                aead.Seal(nonce, text, expected, expectedTag, associated);
            }
            using Aead ours = algorithm.Create(key);
            byte[] sealedText = new byte[length];
            byte[] tag = new byte[16];
            ours.Seal(nonce, text, sealedText, tag, associated);
            Assert.Equal(expected, sealedText);
            Assert.Equal(expectedTag, tag);
            Assert.True(ours.TryOpen(nonce, sealedText, tag, sealedText, associated));
            Assert.Equal(text, sealedText);
            if (length > 0)
            {
                // The last byte apart; what stands behind the text before it is another one.
                byte[] before = [.. text];
                before[^1] ^= 0xff;
                ours.Seal(nonce, before.AsSpan(0, length - 1), text[^1], sealedText, tag, associated);
                Assert.Equal(expected, sealedText);
                Assert.Equal(expectedTag, tag);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Writes_nothing_beside_its_output(int number)
    {
        AeadAlgorithm algorithm = Variant(number);
        using Aead aead = algorithm.Create(new byte[algorithm.KeySize]);
        byte[] memory = new byte[600];
        byte[] nonce = new byte[12];
        for (int length = 0; length < 300; length++)
        {
            memory.AsSpan().Fill(0xa5);
            aead.Seal(nonce, new byte[length], 1, memory.AsSpan(100, length + 1), memory.AsSpan(101 + length, 16), new byte[length % 20]);
            Assert.False(memory.AsSpan(0, 100).ContainsAnyExcept((byte)0xa5));
            Assert.False(memory.AsSpan(117 + length).ContainsAnyExcept((byte)0xa5));
            memory.AsSpan().Fill(0xa5);
            aead.Seal(nonce, new byte[length], memory.AsSpan(100, length), memory.AsSpan(100 + length, 16), []);
            Assert.False(memory.AsSpan(0, 100).ContainsAnyExcept((byte)0xa5));
            Assert.False(memory.AsSpan(116 + length).ContainsAnyExcept((byte)0xa5));
            byte[] tag = memory.AsSpan(100 + length, 16).ToArray();
            Assert.True(aead.TryOpen(nonce, memory.AsSpan(100, length), tag, memory.AsSpan(100, length), []));
            Assert.Equal(tag, memory.AsSpan(100 + length, 16).ToArray());
            Assert.False(memory.AsSpan(0, 100).ContainsAnyExcept((byte)0xa5));
            Assert.False(memory.AsSpan(116 + length).ContainsAnyExcept((byte)0xa5));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_changed_bit_is_refused(int number)
    {
        AeadAlgorithm algorithm = Variant(number);
        using Aead aead = algorithm.Create(RandomNumberGenerator.GetBytes(algorithm.KeySize));
        byte[] nonce = RandomNumberGenerator.GetBytes(12);
        byte[] associated = RandomNumberGenerator.GetBytes(17);
        foreach (int length in (ReadOnlySpan<int>)[0, 5, 112, 127, 128, 129, 255, 256, 400])
        {
            byte[] text = RandomNumberGenerator.GetBytes(length);
            byte[] tag = new byte[16];
            aead.Seal(nonce, text, text, tag, associated);
            byte[] opened = new byte[length];
            foreach (byte[] part in (byte[][])[nonce, associated, text, tag])
            {
                for (int bit = 0; bit < 8 * part.Length; bit++)
                {
                    part[bit / 8] ^= (byte)(1 << (bit % 8));
                    Assert.False(aead.TryOpen(nonce, text, tag, opened, associated));
                    Assert.False(opened.AsSpan().ContainsAnyExcept((byte)0), "a refused text must not be left behind");
                    part[bit / 8] ^= (byte)(1 << (bit % 8));
                }
            }
            Assert.True(aead.TryOpen(nonce, text, tag, opened, associated));
        }
    }

    private static byte[] Next(Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
