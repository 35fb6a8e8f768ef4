using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>Eight numbers modulo 2^255 - 19 at a time, one in each lane; limbs lie behind each other in memory.</summary>
internal static unsafe class Field25519x8
{
    private const int Count = Limbs25519.Count;

    /// <summary>Limbs 1 to 9 times 19, then limbs 0 to 9.</summary>
    private const int TableCount = (2 * Count) - 1;

    /// <summary>Vectors of room that a multiplication needs.</summary>
    public const int ScratchCount = TableCount;

    public static void Add(Vector512<ulong>* a, Vector512<ulong>* b, Vector512<ulong>* result)
    {
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: ten limbs behind each pointer, here and below.
            result[i] = a[i] + b[i];
        }
    }

    public static void Subtract(Vector512<ulong>* a, Vector512<ulong>* b, Vector512<ulong>* result)
    {
        for (int i = 0; i < Count; i++)
        {
            result[i] = a[i] + Vector512.Create(Limbs25519.TwiceP(i)) - b[i];
        }
    }

    /// <summary>Times a number below 2^17; one round of carries is enough for what comes out.</summary>
    public static void MultiplySmall(Vector512<ulong>* a, ulong factor, Vector512<ulong>* result)
    {
        Vector512<uint> factors = Vector512.Create(factor).AsUInt32();
        Vector512<ulong> carry = Vector512<ulong>.Zero;
        for (int i = 0; i < Count; i += 2)
        {
            Vector512<ulong> even = Avx512F.Multiply(a[i].AsUInt32(), factors);
            Vector512<ulong> odd = Avx512F.Multiply(a[i + 1].AsUInt32(), factors);
            result[i] = (even & Vector512.Create(Limbs25519.EvenMask)) + carry;
            result[i + 1] = (odd & Vector512.Create(Limbs25519.OddMask)) + (even >>> Limbs25519.EvenBits);
            carry = odd >>> Limbs25519.OddBits;
        }
        result[0] += carry + (carry << 1) + (carry << 4);
    }

    /// <summary>Exchanges both numbers in the lanes whose mask is all ones.</summary>
    public static void SwapWhere(Vector512<ulong> mask, Vector512<ulong>* a, Vector512<ulong>* b)
    {
        for (int i = 0; i < Count; i++)
        {
            Vector512<ulong> difference = (a[i] ^ b[i]) & mask;
            a[i] ^= difference;
            b[i] ^= difference;
        }
    }

    /// <summary>The result may be where a factor is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(Vector512<ulong>* a, Vector512<ulong>* b, Vector512<ulong>* result, Vector512<ulong>* scratch)
    {
        // SAFETY: ScratchCount vectors of scratch; below, nine limbs before to nine behind its middle, and ten limbs of each number.
        Vector512<ulong>* middle = scratch + Count - 1;
        Vector512<uint> nineteen = Vector512.Create(19UL).AsUInt32();
        middle[0] = b[0];
        for (int i = 1; i < Count; i++)
        {
            middle[i] = b[i];
            middle[i - Count] = Avx512F.Multiply(b[i].AsUInt32(), nineteen);
        }

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
        for (int i = 0; i < Count; i += 2)
        {
            Vector512<ulong>* factors = middle - i;
            Vector512<uint> limb = a[i].AsUInt32();
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
            limb = a[i + 1].AsUInt32();
            Vector512<uint> twice = (a[i + 1] + a[i + 1]).AsUInt32();
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
        }

        Carry(h0, h1, h2, h3, h4, h5, h6, h7, h8, h9, result);
    }

    /// <summary>Squares; the result may be where the number is. Products of two different limbs are made once and count twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Square(Vector512<ulong>* a, Vector512<ulong>* result)
    {
        // SAFETY: ten limbs behind each pointer.
        Vector512<uint> f0 = a[0].AsUInt32();
        Vector512<uint> f1 = a[1].AsUInt32();
        Vector512<uint> f2 = a[2].AsUInt32();
        Vector512<uint> f3 = a[3].AsUInt32();
        Vector512<uint> f4 = a[4].AsUInt32();
        Vector512<uint> f5 = a[5].AsUInt32();
        Vector512<uint> f6 = a[6].AsUInt32();
        Vector512<uint> f7 = a[7].AsUInt32();
        Vector512<uint> f8 = a[8].AsUInt32();
        Vector512<uint> f9 = a[9].AsUInt32();
        Vector512<uint> nineteen = Vector512.Create(19UL).AsUInt32();
        Vector512<uint> f5x19 = Avx512F.Multiply(f5, nineteen).AsUInt32();
        Vector512<uint> f6x19 = Avx512F.Multiply(f6, nineteen).AsUInt32();
        Vector512<uint> f7x19 = Avx512F.Multiply(f7, nineteen).AsUInt32();
        Vector512<uint> f8x19 = Avx512F.Multiply(f8, nineteen).AsUInt32();
        Vector512<uint> f9x19 = Avx512F.Multiply(f9, nineteen).AsUInt32();
        Vector512<uint> f1x2 = (a[1] + a[1]).AsUInt32();
        Vector512<uint> f3x2 = (a[3] + a[3]).AsUInt32();
        Vector512<uint> f5x2 = (a[5] + a[5]).AsUInt32();
        Vector512<uint> f7x2 = (a[7] + a[7]).AsUInt32();

        // Half of each column first, without the squares; then it is doubled and they are added.
        Vector512<ulong> h0 = Avx512F.Multiply(f1x2, f9x19) + Avx512F.Multiply(f2, f8x19) + Avx512F.Multiply(f3x2, f7x19)
            + Avx512F.Multiply(f4, f6x19);
        Vector512<ulong> h1 = Avx512F.Multiply(f0, f1) + Avx512F.Multiply(f2, f9x19) + Avx512F.Multiply(f3, f8x19)
            + Avx512F.Multiply(f4, f7x19) + Avx512F.Multiply(f5, f6x19);
        Vector512<ulong> h2 = Avx512F.Multiply(f0, f2) + Avx512F.Multiply(f3x2, f9x19) + Avx512F.Multiply(f4, f8x19)
            + Avx512F.Multiply(f5x2, f7x19);
        Vector512<ulong> h3 = Avx512F.Multiply(f0, f3) + Avx512F.Multiply(f1, f2) + Avx512F.Multiply(f4, f9x19)
            + Avx512F.Multiply(f5, f8x19) + Avx512F.Multiply(f6, f7x19);
        Vector512<ulong> h4 = Avx512F.Multiply(f0, f4) + Avx512F.Multiply(f1x2, f3) + Avx512F.Multiply(f5x2, f9x19)
            + Avx512F.Multiply(f6, f8x19);
        Vector512<ulong> h5 = Avx512F.Multiply(f0, f5) + Avx512F.Multiply(f1, f4) + Avx512F.Multiply(f2, f3)
            + Avx512F.Multiply(f6, f9x19) + Avx512F.Multiply(f7, f8x19);
        Vector512<ulong> h6 = Avx512F.Multiply(f0, f6) + Avx512F.Multiply(f1x2, f5) + Avx512F.Multiply(f2, f4)
            + Avx512F.Multiply(f7x2, f9x19);
        Vector512<ulong> h7 = Avx512F.Multiply(f0, f7) + Avx512F.Multiply(f1, f6) + Avx512F.Multiply(f2, f5)
            + Avx512F.Multiply(f3, f4) + Avx512F.Multiply(f8, f9x19);
        Vector512<ulong> h8 = Avx512F.Multiply(f0, f8) + Avx512F.Multiply(f1x2, f7) + Avx512F.Multiply(f2, f6)
            + Avx512F.Multiply(f3x2, f5);
        Vector512<ulong> h9 = Avx512F.Multiply(f0, f9) + Avx512F.Multiply(f1, f8) + Avx512F.Multiply(f2, f7)
            + Avx512F.Multiply(f3, f6) + Avx512F.Multiply(f4, f5);
        h0 += h0 + Avx512F.Multiply(f0, f0) + Avx512F.Multiply(f5x2, f5x19);
        h1 += h1;
        h2 += h2 + Avx512F.Multiply(f1x2, f1) + Avx512F.Multiply(f6, f6x19);
        h3 += h3;
        h4 += h4 + Avx512F.Multiply(f2, f2) + Avx512F.Multiply(f7x2, f7x19);
        h5 += h5;
        h6 += h6 + Avx512F.Multiply(f3x2, f3) + Avx512F.Multiply(f8, f8x19);
        h7 += h7;
        h8 += h8 + Avx512F.Multiply(f4, f4) + Avx512F.Multiply((a[9] + a[9]).AsUInt32(), f9x19);
        h9 += h9;
        Carry(h0, h1, h2, h3, h4, h5, h6, h7, h8, h9, result);
    }

    /// <summary>Brings ten columns down to limbs; carries run from two places at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Carry(
        Vector512<ulong> h0,
        Vector512<ulong> h1,
        Vector512<ulong> h2,
        Vector512<ulong> h3,
        Vector512<ulong> h4,
        Vector512<ulong> h5,
        Vector512<ulong> h6,
        Vector512<ulong> h7,
        Vector512<ulong> h8,
        Vector512<ulong> h9,
        Vector512<ulong>* result)
    {
        Vector512<ulong> evenMask = Vector512.Create(Limbs25519.EvenMask);
        Vector512<ulong> oddMask = Vector512.Create(Limbs25519.OddMask);
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
        Vector512<ulong> beyond = h9 >>> Limbs25519.OddBits;
        h9 &= oddMask;
        h0 += beyond + (beyond << 1) + (beyond << 4);
        h1 += h0 >>> Limbs25519.EvenBits;
        h0 &= evenMask;

        // SAFETY: ten limbs of room.
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
