using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Four multiplications modulo 2^255 - 19 at a time, each spread over two lanes of a vector: the lower half multiplies by the even limbs of the
/// right factor, the upper by the odd ones. Half as many instructions one after the other, which is what a ladder waits for.
/// </summary>
internal static unsafe class Field25519x4
{
    /// <summary>Vectors in a table of a right factor: pairs of limbs times 19, pairs, and pairs of which the odd one is times 19.</summary>
    public const int TableCount = 15;

    /// <summary>Makes the table of a right factor, whose limbs lie behind each other, each for four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MakeTable(Vector256<ulong>* right, Vector512<ulong>* table)
    {
        Vector512<uint> nineteen = Vector512.Create(19UL).AsUInt32();
        for (int i = 0; i < 5; i++)
        {
            // SAFETY: ten limbs are read, and fifteen vectors written, for which the caller gives room.
            Vector512<ulong> pair = Avx512F.InsertVector256(right[2 * i].ToVector512Unsafe(), right[(2 * i) + 1], 1);
            Vector512<ulong> scaled = Avx512F.Multiply(pair.AsUInt32(), nineteen);
            table[i] = scaled;
            table[5 + i] = pair;
            table[10 + i] = Avx512F.InsertVector256(scaled, pair.GetLower(), 0);
        }
    }

    /// <summary>Writes left times the table's factor; the result may be where left is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(Vector256<ulong>* left, Vector512<ulong>* table, Vector256<ulong>* result)
    {
        // An even limb of the left adds to the even columns, an odd one to the odd columns; in the upper half, where the right limb is one
        // further, each vector stands for the next column.
        Vector512<ulong> doublingUpper = Vector512.Create(Vector256<ulong>.Zero, Vector256<ulong>.One);
        Vector512<ulong> h0 = Vector512<ulong>.Zero;
        Vector512<ulong> h1 = h0;
        Vector512<ulong> h2 = h0;
        Vector512<ulong> h3 = h0;
        Vector512<ulong> h4 = h0;
        Vector512<ulong> h5 = h0;
        Vector512<ulong> h6 = h0;
        Vector512<ulong> h7 = h0;
        Vector512<ulong> h8 = h0;
        Vector512<ulong> h9 = h0;
        for (int i = 0; i < 5; i++)
        {
            // SAFETY: limbs 0 to 9 of the left, vectors 1 to 14 of the table.
            Vector512<ulong>* pairs = table + 5 - i;
            Vector512<uint> even = Twice(left[2 * i]).AsUInt32();
            Vector512<uint> odd = Avx512F.ShiftLeftLogicalVariable(Twice(left[(2 * i) + 1]), doublingUpper).AsUInt32();
            h0 += Avx512F.Multiply(even, pairs[0].AsUInt32());
            h1 += Avx512F.Multiply(odd, pairs[0].AsUInt32());
            h2 += Avx512F.Multiply(even, pairs[1].AsUInt32());
            h3 += Avx512F.Multiply(odd, pairs[1].AsUInt32());
            h4 += Avx512F.Multiply(even, pairs[2].AsUInt32());
            h5 += Avx512F.Multiply(odd, pairs[2].AsUInt32());
            h6 += Avx512F.Multiply(even, pairs[3].AsUInt32());
            h7 += Avx512F.Multiply(odd, pairs[3].AsUInt32());
            h8 += Avx512F.Multiply(even, pairs[4].AsUInt32());
            h9 += Avx512F.Multiply(odd, table[14 - i].AsUInt32());
        }

        Vector256<ulong> c0 = h0.GetLower() + h9.GetUpper();
        Vector256<ulong> c4 = h4.GetLower() + h3.GetUpper();
        Vector256<ulong> c1 = h1.GetLower() + h0.GetUpper();
        Vector256<ulong> c5 = h5.GetLower() + h4.GetUpper();
        Vector256<ulong> c2 = h2.GetLower() + h1.GetUpper();
        Vector256<ulong> c6 = h6.GetLower() + h5.GetUpper();
        Vector256<ulong> c3 = h3.GetLower() + h2.GetUpper();
        Vector256<ulong> c7 = h7.GetLower() + h6.GetUpper();
        Vector256<ulong> c8 = h8.GetLower() + h7.GetUpper();
        Vector256<ulong> c9 = h9.GetLower() + h8.GetUpper();

        // Carries run from two places at once.
        Vector256<ulong> evenMask = Vector256.Create(Limbs25519.EvenMask);
        Vector256<ulong> oddMask = Vector256.Create(Limbs25519.OddMask);
        c1 += c0 >>> Limbs25519.EvenBits;
        c5 += c4 >>> Limbs25519.EvenBits;
        c0 &= evenMask;
        c4 &= evenMask;
        c2 += c1 >>> Limbs25519.OddBits;
        c6 += c5 >>> Limbs25519.OddBits;
        c1 &= oddMask;
        c5 &= oddMask;
        c3 += c2 >>> Limbs25519.EvenBits;
        c7 += c6 >>> Limbs25519.EvenBits;
        c2 &= evenMask;
        c6 &= evenMask;
        c4 += c3 >>> Limbs25519.OddBits;
        c8 += c7 >>> Limbs25519.OddBits;
        c3 &= oddMask;
        c7 &= oddMask;
        c5 += c4 >>> Limbs25519.EvenBits;
        c9 += c8 >>> Limbs25519.EvenBits;
        c4 &= evenMask;
        c8 &= evenMask;
        Vector256<ulong> beyond = c9 >>> Limbs25519.OddBits;
        c9 &= oddMask;
        c0 += beyond + (beyond << 1) + (beyond << 4);
        c1 += c0 >>> Limbs25519.EvenBits;
        c0 &= evenMask;

        // SAFETY: the caller gives room for ten limbs.
        result[0] = c0;
        result[1] = c1;
        result[2] = c2;
        result[3] = c3;
        result[4] = c4;
        result[5] = c5;
        result[6] = c6;
        result[7] = c7;
        result[8] = c8;
        result[9] = c9;
    }

    /// <summary>
    /// The same in both halves. (Neither the broadcasting load, which .NET 10 encodes with a wrong displacement, nor
    /// <see cref="Vector512.Create(Vector256{ulong}, Vector256{ulong})"/>, which waits for what its register held before.)
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Twice(Vector256<ulong> value) => Avx512F.InsertVector256(value.ToVector512Unsafe(), value, 1);
}
