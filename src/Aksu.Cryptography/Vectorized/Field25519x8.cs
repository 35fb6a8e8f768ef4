using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Eight numbers modulo 2^255 - 19 at a time, one in each lane; limbs lie behind each other in memory (<see cref="Limbs25519"/>). What
/// <see cref="Field25519x4"/> does in four lanes: no public type of .NET stands for vectors of both lengths, so that each has its own.
/// </summary>
internal static unsafe class Field25519x8
{
    private const int Count = Limbs25519.Count;

    /// <summary>Vectors in the table of a right factor: limbs 1 to 9 times 19, then limbs 0 to 9.</summary>
    public const int TableCount = (2 * Count) - 1;

    /// <summary>Writes a limb of a right factor into its table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetFactor(Vector512<ulong>* table, int limb, Vector512<ulong> value)
    {
        // SAFETY: the table has room for TableCount vectors, and the limb is one of ten.
        Vector512<ulong>* middle = table + Count - 1;
        middle[limb] = value;
        if (limb > 0)
        {
            middle[limb - Count] = Avx512F.Multiply(value.AsUInt32(), Vector512.Create(19UL).AsUInt32());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector512<ulong>* a, Vector512<ulong>* b, Vector512<ulong>* result)
    {
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: ten limbs behind each pointer, here and below.
            result[i] = a[i] + b[i];
        }
    }

    /// <summary>The right number may be a product, not a sum: 2p is what keeps the limbs from falling below zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(Vector512<ulong>* a, Vector512<ulong>* b, Vector512<ulong>* result)
    {
        for (int i = 0; i < Count; i++)
        {
            result[i] = a[i] + (Vector512.Create(Limbs25519.TwiceP(i)) - b[i]);
        }
    }

    /// <summary>Writes left times right; the result may be where a factor is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(Vector512<ulong>* left, Vector512<ulong>* right, Vector512<ulong>* result, Vector512<ulong>* table)
    {
        for (int i = 0; i < Count; i++)
        {
            SetFactor(table, i, right[i]);
        }

        MultiplyByTable(left, table, result);
    }

    /// <summary>Writes left times the table's factor; the result may be where left is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyByTable(Vector512<ulong>* left, Vector512<ulong>* table, Vector512<ulong>* result)
    {
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
        // SAFETY: factors runs from the middle of the table to its start, and ten vectors from each place lie inside; ten limbs of each
        // number.
        Vector512<ulong>* factors = table + Count - 1;
        for (int i = 0; i < Count; i += 2)
        {
            Vector512<uint> limb = left[i].AsUInt32();
            h0 += Avx512F.Multiply(limb, factors[0].AsUInt32());
            h1 += Avx512F.Multiply(limb, factors[1].AsUInt32());
            h2 += Avx512F.Multiply(limb, factors[2].AsUInt32());
            h3 += Avx512F.Multiply(limb, factors[3].AsUInt32());
            h4 += Avx512F.Multiply(limb, factors[4].AsUInt32());
            h5 += Avx512F.Multiply(limb, factors[5].AsUInt32());
            h6 += Avx512F.Multiply(limb, factors[6].AsUInt32());
            h7 += Avx512F.Multiply(limb, factors[7].AsUInt32());
            h8 += Avx512F.Multiply(limb, factors[8].AsUInt32());
            h9 += Avx512F.Multiply(limb, factors[9].AsUInt32());

            // An odd limb counts twice with each odd one: those are the even columns.
            factors--;
            limb = left[i + 1].AsUInt32();
            Vector512<uint> twice = (left[i + 1] + left[i + 1]).AsUInt32();
            h0 += Avx512F.Multiply(twice, factors[0].AsUInt32());
            h1 += Avx512F.Multiply(limb, factors[1].AsUInt32());
            h2 += Avx512F.Multiply(twice, factors[2].AsUInt32());
            h3 += Avx512F.Multiply(limb, factors[3].AsUInt32());
            h4 += Avx512F.Multiply(twice, factors[4].AsUInt32());
            h5 += Avx512F.Multiply(limb, factors[5].AsUInt32());
            h6 += Avx512F.Multiply(twice, factors[6].AsUInt32());
            h7 += Avx512F.Multiply(limb, factors[7].AsUInt32());
            h8 += Avx512F.Multiply(twice, factors[8].AsUInt32());
            h9 += Avx512F.Multiply(limb, factors[9].AsUInt32());
            factors--;
        }

        // Ten columns come down to limbs in two rounds. In each, every limb gives its carry to the next at the same time: a chain from limb
        // to limb would keep the lanes waiting. Columns below 2^63 leave the first with 2^39, limb 0 with 2^43, and the second with at most
        // 2^12 and a bit above their bits, limbs 0 and 1 with less than 2^17: the bounds that Limbs25519 states.
        Vector512<ulong> evenMask = Vector512.Create(Limbs25519.EvenMask);
        Vector512<ulong> oddMask = Vector512.Create(Limbs25519.OddMask);
        for (int round = 0; round < 2; round++)
        {
            Vector512<ulong> beyond = h9 >>> Limbs25519.OddBits;
            Vector512<ulong> c0 = h0 >>> Limbs25519.EvenBits;
            Vector512<ulong> c1 = h1 >>> Limbs25519.OddBits;
            Vector512<ulong> c2 = h2 >>> Limbs25519.EvenBits;
            Vector512<ulong> c3 = h3 >>> Limbs25519.OddBits;
            Vector512<ulong> c4 = h4 >>> Limbs25519.EvenBits;
            Vector512<ulong> c5 = h5 >>> Limbs25519.OddBits;
            Vector512<ulong> c6 = h6 >>> Limbs25519.EvenBits;
            Vector512<ulong> c7 = h7 >>> Limbs25519.OddBits;
            Vector512<ulong> c8 = h8 >>> Limbs25519.EvenBits;
            h0 = (h0 & evenMask) + beyond + ((beyond << 1) + (beyond << 4));
            h1 = (h1 & oddMask) + c0;
            h2 = (h2 & evenMask) + c1;
            h3 = (h3 & oddMask) + c2;
            h4 = (h4 & evenMask) + c3;
            h5 = (h5 & oddMask) + c4;
            h6 = (h6 & evenMask) + c5;
            h7 = (h7 & oddMask) + c6;
            h8 = (h8 & evenMask) + c7;
            h9 = (h9 & oddMask) + c8;
        }

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
}
