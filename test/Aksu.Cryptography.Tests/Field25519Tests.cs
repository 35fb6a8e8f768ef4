using System.Numerics;
using Aksu.Cryptography.Vectorized;

namespace Aksu.Cryptography.Tests;

/// <summary>The field under X25519, against whole numbers of any length.</summary>
public class Field25519Tests
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;

    public Field25519Tests() => Assert.SkipUnless(VectorSupport.HasX25519Instructions, "This processor lacks the instructions.");

    [Fact]
    public void Inverses_are_right_at_the_bounds_of_what_vectors_leave_in_their_limbs()
    {
        // What a product's limbs are within (Limbs25519), and what they are at the end and in the middle of their bits.
        const long Longest = (1L << 50) + (1L << 9);
        long[] values = [0, 1, -1, (1L << 50) - 1, 1L << 50, -1L << 50, Longest, -Longest];
        var random = new Random(3);
        for (int round = 0; round < 3000; round++)
        {
            long[] limbs =
                [.. Enumerable.Range(0, Limbs25519.Count).Select(_ => values[round < values.Length ? round : random.Next(values.Length)])];
            BigInteger number = limbs.Select((limb, i) => limb * BigInteger.Pow(2, Limbs25519.Bits * i)).Aggregate(BigInteger.Add);
            Assert.Equal(BigInteger.ModPow(((number % P) + P) % P, P - 2, P), NumberOf(Field25519.FromLimbs(limbs).Invert()));
        }
    }

    [Fact]
    public void Inverses_are_right_next_to_the_modulus_and_to_powers_of_two()
    {
        for (int bit = 0; bit <= 255; bit++)
        {
            for (int beside = -20; beside <= 20; beside++)
            {
                BigInteger number = BigInteger.Pow(2, bit) + beside;
                if (number.Sign < 0 || number.GetBitLength() > 255)
                {
                    continue;
                }

                byte[] bytes = new byte[32];
                number.TryWriteBytes(bytes, out _, isUnsigned: true);
                Assert.Equal(BigInteger.ModPow(number % P, P - 2, P), NumberOf(Field25519.Read(bytes).Invert()));
            }
        }
    }

    /// <summary>The sum of two numbers of full limbs is the longest that anybody inverts.</summary>
    [Fact]
    public void Inverses_of_sums_and_differences_are_right()
    {
        var random = new Random(4);
        byte[] bytes = new byte[64];
        for (int round = 0; round < 1000; round++)
        {
            random.NextBytes(bytes);
            if (round % 3 == 0)
            {
                bytes.AsSpan(0, 32).Fill(0xff);
            }
            Field25519 a = Field25519.Read(bytes.AsSpan(0, 32));
            Field25519 b = Field25519.Read(bytes.AsSpan(32));
            BigInteger sum = (NumberOf(a) + NumberOf(b)) % P;
            BigInteger difference = (NumberOf(a) - NumberOf(b) + P) % P;
            Assert.Equal(BigInteger.ModPow(sum, P - 2, P), NumberOf(Field25519.Add(in a, in b).Invert()));
            Assert.Equal(BigInteger.ModPow(difference, P - 2, P), NumberOf(Field25519.Subtract(in a, in b).Invert()));
        }
    }

    private static BigInteger NumberOf(Field25519 value)
    {
        byte[] bytes = new byte[32];
        value.Write(bytes);
        return new BigInteger(bytes, isUnsigned: true);
    }
}
