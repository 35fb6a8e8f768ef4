using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Aksu.Cryptography.Vectorized;

namespace Aksu.Cryptography.Tests;

/// <summary>The field under X25519 in eight lanes, against whole numbers of any length.</summary>
public unsafe class Field25519x8Tests
{
    private const int Lanes = 8;
    private const int Count = Field25519x8.Count;
    private const long LongestOfProduct = (1L << 50) + (1L << 9);
    private const long LongestOfSum = (1L << 50) + 38;

    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;

    public Field25519x8Tests() =>
        Assert.SkipUnless(VectorSupport.HasX25519Instructions512, "This processor lacks the instructions.");

    /// <summary>All limbs as long as they get with one sign, whose columns are the longest, then such limbs and shorter ones mixed.</summary>
    [Theory]
    [InlineData(LongestOfSum, (1L << 52) - (1L << 9))]
    [InlineData(LongestOfSum, (1L << 51) + (1L << 22))]
    [InlineData(LongestOfProduct, 1L << 51)]
    [InlineData((1L << 51) - 1, (1L << 51) - 1)]
    [InlineData(1L << 50, 1L << 50)]
    [InlineData((1L << 25) + 1, 1L << 25)]
    public void Products_are_right_and_in_their_bounds_for_the_longest_factors(long longestLeft, long longestRight)
    {
        Assert.True(BigInteger.Multiply(longestLeft, longestRight) < BigInteger.Pow(2, 102));
        foreach ((int leftSign, int rightSign) in ((int, int)[])[(1, 1), (1, -1), (-1, 1), (-1, -1)])
        {
            CheckProduct(Limbs(() => leftSign * longestLeft), Limbs(() => rightSign * longestRight));
        }

        var random = new Random(5);
        long OneUpTo(long longest) => random.Next(8) switch
        {
            0 or 1 => longest,
            2 or 3 => -longest,
            4 => longest - 1,
            5 => (1L << random.Next(51)) - 1,
            6 => -(1L << random.Next(51)) - 1,
            _ => 0,
        };
        for (int round = 0; round < 1000; round++)
        {
            CheckProduct(
                Limbs(() => Math.Clamp(OneUpTo(longestLeft), -longestLeft, longestLeft)),
                Limbs(() => Math.Clamp(OneUpTo(longestRight), -longestRight, longestRight)));
        }
    }

    [Fact]
    public void Products_of_numbers_at_random_are_right()
    {
        var random = new Random(6);
        for (int round = 0; round < 3000; round++)
        {
            CheckProduct(
                Limbs(() => random.NextInt64(-LongestOfSum, LongestOfSum + 1)), Limbs(() => random.NextInt64(-(1L << 51), 1L << 51)));
        }
    }

    /// <summary>Sums of four products at their bounds, and limbs around every place where a carry changes.</summary>
    [Fact]
    public void Factors_of_sums_stand_for_the_same_and_are_in_their_bounds()
    {
        var random = new Random(7);
        long[] limbs =
        [
            .. from middle in (long[])[-4 * LongestOfProduct, -3L << 50, -1L << 50, 0, 1L << 50, 3L << 50, 4 * LongestOfProduct]
               from beside in (long[])[-2, -1, 0, 1, 2]
               let limb = middle + beside
               where Math.Abs(limb) <= 4 * LongestOfProduct
               select limb,
        ];
        using var memory = new Vectors(2);
        Vector512<long>* sums = memory.Integers(0);
        Vector512<double>* factors = memory.Numbers(1);
        for (int round = 0; round < 3000; round++)
        {
            long[] values = Limbs(() => limbs[random.Next(limbs.Length)]);
            for (int i = 0; i < Count; i++)
            {
                sums[i] = Vector512.Create<long>(values.AsSpan(i * Lanes, Lanes)) + Vector512.Create(Field25519x8.AfterSubtracting);
            }
            for (int i = 0; i < Count; i++)
            {
                factors[i] = Field25519x8.OfSum(sums, i);
            }

            for (int lane = 0; lane < Lanes; lane++)
            {
                long[] factor = [.. Enumerable.Range(0, Count).Select(i => (long)factors[i][lane])];
                Assert.All(factor, static limb => Assert.InRange(limb, -LongestOfSum, LongestOfSum));
                Assert.Equal(NumberOf(values, lane), Modulo(factor.Select(static (limb, i) => limb * Weight(i)).Aggregate(BigInteger.Add)));
            }
        }
    }

    [Theory]
    [InlineData(-LongestOfProduct)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(LongestOfProduct)]
    public void Limbs_of_products_are_factors_as_they_are(long limb) =>
        Assert.Equal(limb, Field25519x8.OfProduct(Vector512.Create(limb + Field25519x8.Offset))[3]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1L << 51) - 1)]
    public void Limbs_of_51_bits_are_factors_as_they_are(long limb) =>
        Assert.Equal(limb, Field25519x8.OfBits(Vector512.Create(limb))[5]);

    private static long[] Limbs(Func<long> one) => [.. Enumerable.Range(0, Count * Lanes).Select(_ => one())];

    private static void CheckProduct(long[] left, long[] right)
    {
        using var memory = new Vectors(3);
        for (int i = 0; i < Count; i++)
        {
            memory.Numbers(0)[i] = Vector512.ConvertToDouble(Vector512.Create<long>(left.AsSpan(i * Lanes, Lanes)));
            memory.Numbers(1)[i] = Vector512.ConvertToDouble(Vector512.Create<long>(right.AsSpan(i * Lanes, Lanes)));
        }
        Field25519x8.Multiply(memory.Numbers(0), memory.Numbers(1), memory.Integers(2));

        byte[] bytes = new byte[32];
        for (int lane = 0; lane < Lanes; lane++)
        {
            for (int i = 0; i < Count; i++)
            {
                Assert.InRange(memory.Integers(2)[i][lane] - Field25519x8.Offset, -LongestOfProduct, LongestOfProduct);
            }
            Field25519x8.NumberAt(memory.Integers(2), lane).Write(bytes);
            Assert.Equal(Modulo(NumberOf(left, lane) * NumberOf(right, lane)), new BigInteger(bytes, isUnsigned: true));
        }
    }

    private static BigInteger NumberOf(long[] limbs, int lane) =>
        Modulo(Enumerable.Range(0, Count).Select(i => limbs[(i * Lanes) + lane] * Weight(i)).Aggregate(BigInteger.Add));

    private static BigInteger Weight(int limb) => BigInteger.Pow(2, 51 * limb);

    private static BigInteger Modulo(BigInteger value) => ((value % P) + P) % P;

    /// <summary>Memory for numbers in eight lanes, aligned as their vectors are.</summary>
    private sealed class Vectors(int numbers) : IDisposable
    {
        private readonly void* _memory = NativeMemory.AlignedAlloc((nuint)(numbers * Count * Vector512<byte>.Count), (nuint)Vector512<byte>.Count);

        public Vector512<long>* Integers(int number) => (Vector512<long>*)_memory + (number * Count);

        public Vector512<double>* Numbers(int number) => (Vector512<double>*)_memory + (number * Count);

        public void Dispose() => NativeMemory.AlignedFree(_memory);
    }
}
