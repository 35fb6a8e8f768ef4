using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Eight numbers modulo 2^255 - 19 at a time, one in each lane; limbs lie behind each other in memory (<see cref="Limbs25519"/>).
/// </summary>
internal static unsafe class Field25519x8
{
    private const int Count = Limbs25519.Count;

    /// <summary>A limb of a factor that is a sum: what is left of it, and what the limb before it carries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OfSum(Vector512<long>* sum, int limb)
    {
        // SAFETY: five limbs behind the pointer, and this is one of them. The last one's carry comes back times 19.
        Vector512<long> carried = limb > 0 ? sum[limb - 1] >>> Limbs25519.Bits : TimesSmall19(sum[Count - 1] >>> Limbs25519.Bits);
        // (sum and mask) or encoding
        Vector512<long> encoded = Avx512F.TernaryLogic(
            sum[limb], Vector512.Create(Limbs25519.Mask), Vector512.Create(Limbs25519.IntegerEncoding), 0xea);
        return (encoded + carried).AsDouble() - Vector512.Create(Limbs25519.OffsetOfFactor(limb));
    }

    /// <summary>A limb of a factor that is a product already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OfProduct(Vector512<long> product) =>
        (product + Vector512.Create(Limbs25519.LowerEncoding - Limbs25519.ProductOffset)).AsDouble()
        - Vector512.Create(Limbs25519.LowerUnit);

    /// <summary>A limb of a factor, of 51 bits that stand for themselves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> OfBits(Vector512<long> bits) =>
        (bits | Vector512.Create(Limbs25519.IntegerEncoding)).AsDouble() - Vector512.Create(Limbs25519.IntegerUnit);

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
        Vector512<long> column0 = Vector512.Create(Limbs25519.StartOf(0));
        Vector512<long> column1 = Vector512.Create(Limbs25519.StartOf(1));
        Vector512<long> column2 = Vector512.Create(Limbs25519.StartOf(2));
        Vector512<long> column3 = Vector512.Create(Limbs25519.StartOf(3));
        Vector512<long> column4 = Vector512.Create(Limbs25519.StartOf(4));
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
        Vector512<long> mask = Vector512.Create(Limbs25519.Mask);
        product[0] = (column0 & mask) + TimesSmall19(column4 >>> Limbs25519.Bits);
        product[1] = (column1 & mask) + (column0 >>> Limbs25519.Bits);
        product[2] = (column2 & mask) + (column1 >>> Limbs25519.Bits);
        product[3] = (column3 & mask) + (column2 >>> Limbs25519.Bits);
        product[4] = (column4 & mask) + (column3 >>> Limbs25519.Bits);
    }

    /// <summary>The number in a lane of a product.</summary>
    public static Field25519 NumberAt(Vector512<long>* product, int lane)
    {
        Span<long> limbs = stackalloc long[Count];
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: five limbs behind the pointer; the lane is checked by the vector.
            limbs[i] = product[i][lane] - Limbs25519.ProductOffset;
        }
        Field25519 number = Field25519.FromLimbs(limbs);
        limbs.Clear();
        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Upper(Vector512<double> left, Vector512<double> right) =>
        Avx512F.FusedMultiplyAdd(left, right, Vector512.Create(Limbs25519.UpperUnit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Lower(Vector512<double> left, Vector512<double> right, Vector512<double> upper) =>
        Avx512F.FusedMultiplyAdd(left, right, Vector512.Create(Limbs25519.UpperUnit + Limbs25519.LowerUnit) - upper).AsInt64();

    /// <summary>Of numbers that fit into 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> TimesSmall19(Vector512<long> value) =>
        Avx512F.Multiply(value.AsInt32(), Vector512.Create(19L).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Times19(Vector512<long> value) => value + (value << 1) + (value << 4);
}
