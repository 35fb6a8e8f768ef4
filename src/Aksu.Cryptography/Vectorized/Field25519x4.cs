using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Four numbers modulo 2^255 - 19 at a time, one in each lane; limbs lie behind each other in memory (<see cref="Limbs25519"/>).
/// </summary>
internal static unsafe class Field25519x4
{
    private const int Count = Limbs25519.Count;

    /// <summary>Vectors in the table of a right factor: limbs 1 to 9 times 19, then limbs 0 to 9.</summary>
    public const int TableCount = (2 * Count) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector256<ulong>* a, Vector256<ulong>* b, Vector256<ulong>* result)
    {
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: ten limbs behind each pointer, here and below.
            result[i] = a[i] + b[i];
        }
    }

    /// <summary>The right number may be a product, not a sum: 2p is what keeps the limbs from falling below zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(Vector256<ulong>* a, Vector256<ulong>* b, Vector256<ulong>* result)
    {
        for (int i = 0; i < Count; i++)
        {
            result[i] = a[i] + (Vector256.Create(Limbs25519.TwiceP(i)) - b[i]);
        }
    }

    /// <summary>Makes the table of a right factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MakeTable(Vector256<ulong>* right, Vector256<ulong>* table)
    {
        // SAFETY: ten limbs are read, and TableCount vectors written, for which the caller gives room.
        Vector256<uint> nineteen = Vector256.Create(19UL).AsUInt32();
        Vector256<ulong>* middle = table + Count - 1;
        middle[0] = right[0];
        for (int i = 1; i < Count; i++)
        {
            Vector256<ulong> limb = right[i];
            middle[i] = limb;
            middle[i - Count] = Avx2.Multiply(limb.AsUInt32(), nineteen);
        }
    }

    /// <summary>Writes left times right; the result may be where a factor is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(Vector256<ulong>* left, Vector256<ulong>* right, Vector256<ulong>* result, Vector256<ulong>* table)
    {
        MakeTable(right, table);
        MultiplyByTable(left, table, result);
    }

    /// <summary>Writes left times the table's factor; the result may be where left is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyByTable(Vector256<ulong>* left, Vector256<ulong>* table, Vector256<ulong>* result)
    {
        Vector256<ulong> h0 = Vector256<ulong>.Zero;
        Vector256<ulong> h1 = h0;
        Vector256<ulong> h2 = h0;
        Vector256<ulong> h3 = h0;
        Vector256<ulong> h4 = h0;
        Vector256<ulong> h5 = h0;
        Vector256<ulong> h6 = h0;
        Vector256<ulong> h7 = h0;
        Vector256<ulong> h8 = h0;
        Vector256<ulong> h9 = h0;
        // SAFETY: factors runs from the middle of the table to its start, and ten vectors from each place lie inside; ten limbs of each
        // number.
        Vector256<ulong>* factors = table + Count - 1;
        for (int i = 0; i < Count; i += 2)
        {
            Vector256<uint> limb = left[i].AsUInt32();
            h0 += Avx2.Multiply(limb, factors[0].AsUInt32());
            h1 += Avx2.Multiply(limb, factors[1].AsUInt32());
            h2 += Avx2.Multiply(limb, factors[2].AsUInt32());
            h3 += Avx2.Multiply(limb, factors[3].AsUInt32());
            h4 += Avx2.Multiply(limb, factors[4].AsUInt32());
            h5 += Avx2.Multiply(limb, factors[5].AsUInt32());
            h6 += Avx2.Multiply(limb, factors[6].AsUInt32());
            h7 += Avx2.Multiply(limb, factors[7].AsUInt32());
            h8 += Avx2.Multiply(limb, factors[8].AsUInt32());
            h9 += Avx2.Multiply(limb, factors[9].AsUInt32());

            // An odd limb counts twice with each odd one: those are the even columns.
            factors--;
            limb = left[i + 1].AsUInt32();
            Vector256<uint> twice = (left[i + 1] + left[i + 1]).AsUInt32();
            h0 += Avx2.Multiply(twice, factors[0].AsUInt32());
            h1 += Avx2.Multiply(limb, factors[1].AsUInt32());
            h2 += Avx2.Multiply(twice, factors[2].AsUInt32());
            h3 += Avx2.Multiply(limb, factors[3].AsUInt32());
            h4 += Avx2.Multiply(twice, factors[4].AsUInt32());
            h5 += Avx2.Multiply(limb, factors[5].AsUInt32());
            h6 += Avx2.Multiply(twice, factors[6].AsUInt32());
            h7 += Avx2.Multiply(limb, factors[7].AsUInt32());
            h8 += Avx2.Multiply(twice, factors[8].AsUInt32());
            h9 += Avx2.Multiply(limb, factors[9].AsUInt32());
            factors--;
        }

        // Ten columns come down to limbs; carries run from two places at once.
        Vector256<ulong> evenMask = Vector256.Create(Limbs25519.EvenMask);
        Vector256<ulong> oddMask = Vector256.Create(Limbs25519.OddMask);
        h1 += h0 >>> Limbs25519.EvenBits;
        h5 += h4 >>> Limbs25519.EvenBits;
        h0 &= evenMask;
        h4 &= evenMask;
        h2 += h1 >>> Limbs25519.OddBits;
        h6 += h5 >>> Limbs25519.OddBits;
        h1 &= oddMask;
        h5 &= oddMask;
        h3 += h2 >>> Limbs25519.EvenBits;
        h7 += h6 >>> Limbs25519.EvenBits;
        h2 &= evenMask;
        h6 &= evenMask;
        h4 += h3 >>> Limbs25519.OddBits;
        h8 += h7 >>> Limbs25519.OddBits;
        h3 &= oddMask;
        h7 &= oddMask;
        h5 += h4 >>> Limbs25519.EvenBits;
        h9 += h8 >>> Limbs25519.EvenBits;
        h4 &= evenMask;
        h8 &= evenMask;
        Vector256<ulong> beyond = h9 >>> Limbs25519.OddBits;
        h9 &= oddMask;
        h0 += beyond + (beyond << 1) + (beyond << 4);
        h1 += h0 >>> Limbs25519.EvenBits;
        h0 &= evenMask;

        result[0] = h0;
        result[1] = h1;
        result[2] = h2;
        result[3] = h3;
        result[4] = h4;
        result[5] = h5;
        result[6] = h6;
        result[7] = h7;
        result[8] = h8;
        result[9] = h9;
    }

    /// <summary>The number in a lane of a product.</summary>
    public static Field25519 NumberAt(Vector256<ulong>* product, int lane)
    {
        Span<ulong> limbs = stackalloc ulong[Count];
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: ten limbs behind the pointer; the lane is checked by the vector.
            limbs[i] = product[i][lane];
        }
        Field25519 number = Field25519.FromLimbs(limbs);
        limbs.Clear();
        return number;
    }
}
