using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Eight numbers modulo p = 2^255 - 19 at a time, one in each lane, in five limbs of 51 bits that may be negative and lie behind each other
/// in memory. Factors are floating-point numbers, since a fused multiply-add rounds once, at the end: it gives the upper half of a product
/// of two limbs exactly, and then the lower half. Products are integers.
/// </summary>
/// <remarks>
/// <para>The upper half is what 1.5 · 2^103 is more after the product was added to it: numbers of that size are multiples of 2^51. The lower half,
/// from -2^50 to 2^50, is added to 3 · 2^51 by a second multiply-add, and numbers of that size are integers. Both sums stay between two powers of
/// two, where the encodings of numbers differ as the numbers do: so encodings are added up, as integers.</para>
/// <para>Bounds: two factors may be multiplied if the product of their longest limbs is below 2^102. Columns stay below 2^59 then, and limbs of
/// products within 2^50 + 2^9. Limbs of a factor that is a sum or difference of up to four products are within 2^50 + 38.</para>
/// <para>Multiply-adds take the same time for all numbers that are normal or zero, and no others occur.</para>
/// </remarks>
internal static unsafe class Field25519x8
{
    public const int Count = 5;

    /// <summary>How much more a limb of a product is than what it stands for, so that carries are rounded to the nearest.</summary>
    public const long Offset = 1L << (LimbBits - 1);

    /// <summary>What is added to the sum of two products, so that <see cref="OfSum"/> makes a factor of it.</summary>
    public const long AfterAdding = SumOffset - (2 * Offset);

    /// <summary>What is added to the difference of two products.</summary>
    public const long AfterSubtracting = SumOffset;

    /// <summary>What is added to one product.</summary>
    public const long ForOne = SumOffset - Offset;

    /// <summary>Numbers of this size are multiples of 2^51.</summary>
    public const double UpperUnit = 1.5 * (1UL << 52) * (1UL << LimbBits);

    /// <summary>Carries of sums, from -2 to 2, become positive by this.</summary>
    private const long CarryOffset = 2;
    private const int LimbBits = 51;
    private const long SumOffset = Offset + (CarryOffset << LimbBits);
    private const long Mask = (1L << LimbBits) - 1;
    private const double LowerUnit = 3.0 * (1UL << LimbBits);
    private const double IntegerUnit = 1UL << 52;
    private const long UpperEncoding = ((1023L + 103) << 52) | (1L << 51);
    private const long LowerEncoding = IntegerEncoding | (1L << 51);
    private const long IntegerEncoding = (1023L + 52) << 52;

    /// <summary>A limb of a factor that is a sum: what is left of it, and what the limb before it carries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OfSum(Vector512<long>* sum, int limb)
    {
        // SAFETY: five limbs behind the pointer, and this is one of them. The last one's carry comes back times 19.
        Vector512<long> carried = limb > 0 ? sum[limb - 1] >>> LimbBits : TimesSmall19(sum[Count - 1] >>> LimbBits);
        double offset = IntegerUnit + Offset + (limb > 0 ? CarryOffset : 19 * CarryOffset);
        // (sum and mask) or encoding
        Vector512<long> encoded = Avx512F.TernaryLogic(sum[limb], Vector512.Create(Mask), Vector512.Create(IntegerEncoding), 0xea);
        return (encoded + carried).AsDouble() - Vector512.Create(offset);
    }

    /// <summary>A limb of a factor that is a product already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OfProduct(Vector512<long> product) =>
        (product + Vector512.Create(LowerEncoding - Offset)).AsDouble() - Vector512.Create(LowerUnit);

    /// <summary>A limb of a factor, of 51 bits that stand for themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OfBits(Vector512<long> bits) =>
        (bits | Vector512.Create(IntegerEncoding)).AsDouble() - Vector512.Create(IntegerUnit);

    /// <summary>Writes left times right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply(Vector512<double>* left, Vector512<double>* right, Vector512<long>* product)
    {
        // SAFETY: five limbs behind each pointer.
        Vector512<double> right0 = right[0];
        Vector512<double> right1 = right[1];
        Vector512<double> right2 = right[2];
        Vector512<double> right3 = right[3];
        Vector512<double> right4 = right[4];
        Vector512<long> column0 = Vector512.Create(StartOf(0));
        Vector512<long> column1 = Vector512.Create(StartOf(1));
        Vector512<long> column2 = Vector512.Create(StartOf(2));
        Vector512<long> column3 = Vector512.Create(StartOf(3));
        Vector512<long> column4 = Vector512.Create(StartOf(4));
        for (int i = 0; i < Count; i++)
        {
            // With each limb of the left factor one column is complete, and the others move up.
            Vector512<double> limb = left[i];
            Vector512<double> upper0 = Upper(limb, right0);
            Vector512<double> upper1 = Upper(limb, right1);
            Vector512<double> upper2 = Upper(limb, right2);
            Vector512<double> upper3 = Upper(limb, right3);
            Vector512<double> upper4 = Upper(limb, right4);
            product[i] = column0 + Lower(limb, right0, upper0);
            column0 = column1 + upper0.AsInt64() + Lower(limb, right1, upper1);
            column1 = column2 + upper1.AsInt64() + Lower(limb, right2, upper2);
            column2 = column3 + upper2.AsInt64() + Lower(limb, right3, upper3);
            column3 = column4 + upper3.AsInt64() + Lower(limb, right4, upper4);
            column4 = upper4.AsInt64();
        }

        // The columns from 2^255 on come back times 19. Then every limb gives its carry to the next at the same time.
        column0 = product[0] + Times19(column0);
        column1 = product[1] + Times19(column1);
        column2 = product[2] + Times19(column2);
        column3 = product[3] + Times19(column3);
        column4 = product[4] + Times19(column4);
        Vector512<long> mask = Vector512.Create(Mask);
        product[0] = (column0 & mask) + TimesSmall19(column4 >> LimbBits);
        product[1] = (column1 & mask) + (column0 >> LimbBits);
        product[2] = (column2 & mask) + (column1 >> LimbBits);
        product[3] = (column3 & mask) + (column2 >> LimbBits);
        product[4] = (column4 & mask) + (column3 >> LimbBits);
    }

    /// <summary>The number in a lane of a product.</summary>
    public static Field25519 NumberAt(Vector512<long>* product, int lane)
    {
        Span<long> limbs = stackalloc long[Count];
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: five limbs behind the pointer; the lane is checked by the vector.
            limbs[i] = product[i][lane] - Offset;
        }
        Field25519 number = Field25519.FromSignedLimbs(limbs);
        limbs.Clear();
        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Upper(Vector512<double> left, Vector512<double> right) =>
        Avx512F.FusedMultiplyAdd(left, right, Vector512.Create(UpperUnit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Lower(Vector512<double> left, Vector512<double> right, Vector512<double> upper) =>
        Avx512F.FusedMultiplyAdd(left, right, Vector512.Create(UpperUnit + LowerUnit) - upper).AsInt64();

    /// <summary>Of numbers that fit into 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> TimesSmall19(Vector512<long> value) => Avx512F.Multiply(value.AsInt32(), Vector512.Create(19L).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Times19(Vector512<long> value) => value + (value << 1) + (value << 4);

    /// <summary>
    /// What a column begins with, modulo 2^64: the offset, less the encodings of zero that come with the halves. Columns 0 to 9 have 1, 2, 3, 4, 5,
    /// 4, 3, 2, 1, 0 lower halves and as many upper ones as the column before; column i gets those of column i + 5 times 19.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long StartOf(int column) =>
        unchecked(Offset - ((77 - (18 * column)) * LowerEncoding) - ((95 - (18 * column)) * UpperEncoding));
}
