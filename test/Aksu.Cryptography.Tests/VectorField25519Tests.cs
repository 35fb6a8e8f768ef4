using System.Numerics;
using Aksu.Cryptography.Vectorized;

namespace Aksu.Cryptography.Tests;

/// <summary>The field under X25519 in the lanes of vectors, against whole numbers of any length.</summary>
public abstract class VectorField25519Tests<TLanes>
    where TLanes : struct, IVectorField25519
{
    private const int Count = Limbs25519.Count;
    private const long LongestOfProduct = (1L << 50) + (1L << 9);
    private const long LongestOfSum = (1L << 50) + 38;

    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;

    protected VectorField25519Tests() =>
        Assert.SkipUnless(TLanes.IsSupported, "This processor lacks the instructions.");

    /// <summary>
    /// All limbs as long as they get with one sign, whose columns are the longest, then such limbs and shorter ones mixed.
    /// </summary>
    [Theory]
    [InlineData(LongestOfSum, (1L << 52) - (1L << 9))]
    [InlineData(LongestOfSum, (1L << 51) + (1L << 22))]
    [InlineData(LongestOfProduct, 1L << 51)]
    [InlineData((1L << 51) - 1, (1L << 51) - 1)]
    [InlineData((1L << 51) - (1L << 25) + 1, (1L << 51) - (1L << 25) + 1)] // both halves at their longest: carries of 133 and 25
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
        for (int round = 0; round < 3000; round++)
        {
            long[] values = Limbs(() => limbs[random.Next(limbs.Length)]);
            long[] factors = TLanes.OfSum(values);
            Assert.All(factors, static limb => Assert.InRange(limb, -LongestOfSum, LongestOfSum));
            for (int lane = 0; lane < TLanes.Lanes; lane++)
            {
                Assert.Equal(NumberOf(values, lane), NumberOf(factors, lane));
            }
        }
    }

    [Theory]
    [InlineData(-LongestOfProduct)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(LongestOfProduct)]
    public void Limbs_of_products_are_factors_as_they_are(long limb) => Assert.Equal(limb, TLanes.OfProduct(limb));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((1L << 51) - 1)]
    public void Limbs_of_51_bits_are_factors_as_they_are(long limb) => Assert.Equal(limb, TLanes.OfBits(limb));

    private static long[] Limbs(Func<long> one) => [.. Enumerable.Range(0, Count * TLanes.Lanes).Select(_ => one())];

    private static void CheckProduct(long[] left, long[] right)
    {
        (long[] limbs, byte[][] numbers) = TLanes.Multiply(left, right);
        Assert.All(limbs, static limb => Assert.InRange(limb, -LongestOfProduct, LongestOfProduct));
        for (int lane = 0; lane < TLanes.Lanes; lane++)
        {
            Assert.Equal(Modulo(NumberOf(left, lane) * NumberOf(right, lane)), new BigInteger(numbers[lane], isUnsigned: true));
        }
    }

    private static BigInteger NumberOf(long[] limbs, int lane) =>
        Modulo(Enumerable.Range(0, Count).Select(i => limbs[(i * TLanes.Lanes) + lane] * Weight(i)).Aggregate(BigInteger.Add));

    private static BigInteger Weight(int limb) => BigInteger.Pow(2, 51 * limb);

    private static BigInteger Modulo(BigInteger value) => ((value % P) + P) % P;
}

/// <summary>In eight lanes.</summary>
public sealed class EightLanesField25519Tests : VectorField25519Tests<EightLanes25519>;

/// <summary>In four lanes.</summary>
public sealed class FourLanesField25519Tests : VectorField25519Tests<FourLanes25519>;
