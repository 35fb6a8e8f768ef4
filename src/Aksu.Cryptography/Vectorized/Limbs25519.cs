using System.Runtime.CompilerServices;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Numbers modulo p = 2^255 - 19 as vectors hold them: five limbs of 51 bits, which may be negative, one number in each lane. Factors are
/// floating-point numbers, since a fused multiply-add rounds once, at the end: it gives the upper half of a product of two limbs exactly,
/// and a second one the lower half. Products are integers.
/// </summary>
/// <remarks>
/// <para>The upper half is what 1.5 · 2^103 is more after the product was added to it: numbers of that size are multiples of 2^51. The
/// lower half, from -2^50 to 2^50, is added to 3 · 2^51 by a second multiply-add, and numbers of that size are integers. Both sums stay
/// between two powers of two, where the encodings of numbers differ as the numbers do: so encodings are added up, as integers.</para>
/// <para>Bounds: two factors may be multiplied if the product of their longest limbs is below 2^102. Columns stay within 2^59 then, their
/// carries within 134 and the last one's within 26, and limbs of products within 2^50 + 2^9. Limbs of a factor that is a sum or difference
/// of up to four products are within 2^50 + 38 (a fifth product could make a carry negative), those of AA + a24·E in a ladder within
/// 2^51 + 2^22, and those of what is read or picked from a table below 2^51.</para>
/// <para>No branch, address or conversion depends on a number. Multiply-adds take the same time for all numbers that are normal or zero,
/// and no others occur: that is observed (<c>eng/timing</c>); we know of no maker of processors who promises it.</para>
/// </remarks>
internal static class Limbs25519
{
    public const int Count = 5;

    public const int Bits = 51;

    public const long Mask = (1L << Bits) - 1;

    /// <summary>(A - 2) / 4 of the curve (RFC 7748 §5).</summary>
    public const double A24 = 121665;

    /// <summary>
    /// How much more a limb of a product is than what it stands for: the half that rounds, and by what its carry is too large.
    /// </summary>
    public const long ProductOffset = Half + ColumnCarryOffset;

    /// <summary>What is added to the sum of two products, each with its offset, to make a factor of it.</summary>
    public const long ForSum = SumOffset - (2 * ProductOffset);

    /// <summary>What is added to the difference of two products.</summary>
    public const long ForDifference = SumOffset;

    /// <summary>What is added to one product.</summary>
    public const long ForOne = SumOffset - ProductOffset;

    /// <summary>Numbers of this size are multiples of 2^51.</summary>
    public const double UpperUnit = 1.5 * (1UL << 52) * (1UL << Bits);

    /// <summary>Numbers of this size are integers, also with a limb taken off.</summary>
    public const double LowerUnit = 3.0 * (1UL << Bits);

    /// <summary>The encoding of <see cref="LowerUnit"/>.</summary>
    public const long LowerEncoding = IntegerEncoding | (1L << 51);

    /// <summary>From here to twice as much, numbers are the integers: what an encoding is more, the number is more.</summary>
    public const double IntegerUnit = 1UL << 52;

    /// <summary>The encoding of <see cref="IntegerUnit"/>.</summary>
    public const long IntegerEncoding = (1023L + 52) << 52;

    private const long UpperEncoding = ((1023L + 103) << 52) | (1L << 51);

    /// <summary>Carries are rounded to the nearest by it.</summary>
    private const long Half = 1L << (Bits - 1);

    /// <summary>By how much carries of sums, from -2 to 2, are larger, so that they are never negative.</summary>
    private const long SumCarryOffset = 2;

    private const long SumOffset = Half + (SumCarryOffset << Bits);

    /// <summary>The same for carries of the last column. They count 19 times, so that the offset of all limbs is the same.</summary>
    private const long LastColumnCarryOffset = 32;

    /// <summary>The same for carries of columns.</summary>
    private const long ColumnCarryOffset = 19 * LastColumnCarryOffset;

    /// <summary>
    /// What a column begins with, modulo 2^64: its offset, less the encodings of zero that come with the halves. Columns 0 to 9 have 1, 2,
    /// 3, 4, 5, 4, 3, 2, 1, 0 lower halves and as many upper ones as the column before; column i gets those of column i + 5 times 19.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long StartOf(int column)
    {
        long carry = column == Count - 1 ? LastColumnCarryOffset : ColumnCarryOffset;
        return unchecked(Half + (carry << Bits) - ((77 - (18 * column)) * LowerEncoding) - ((95 - (18 * column)) * UpperEncoding));
    }

    /// <summary>What a limb of a sum is more than its factor, when the one before has given its carry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double OffsetOfFactor(int limb) => IntegerUnit + Half + (limb > 0 ? SumCarryOffset : 19 * SumCarryOffset);
}
