using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Multiples of the base point: for each of the 64 hexadecimal digits of a scalar, its place value times one to eight. Of each the three
/// numbers that an addition needs, y + x, y - x and 2d·x·y, five limbs in two halves each; a half of all eight multiples is one vector,
/// from which a permutation picks by a secret digit without an address that depends on it. 60 KiB, made at first use and kept for the life
/// of the process.
/// </summary>
internal static unsafe class BasePointTable25519
{
    /// <summary>Digits of a scalar.</summary>
    public const int Digits = 64;

    /// <summary>Halves of limbs of a number, the lower one before the upper one.</summary>
    public const int HalvesPerNumber = 2 * Limbs25519.Count;

    /// <summary>Bits of a lower half; an upper one has the rest.</summary>
    public const int LowerHalfBits = 26;

    /// <summary>Vectors for a digit.</summary>
    public const int VectorsPerDigit = 3 * HalvesPerNumber;

    private const int Multiples = 8;

    // SAFETY: never freed, so that the address stays good; no secret is in it.
    private static readonly Vector256<uint>* Table = Make();

    /// <summary>
    /// The vectors of a digit: halves 0 to 9 of y + x, then of y - x, then of 2d·x·y. Element k is the half of the multiple k + 1.
    /// </summary>
    public static Vector256<uint>* At(int digit) => Table + (digit * VectorsPerDigit);

    private static Vector256<uint>* Make()
    {
        var points = new EdwardsPoint25519[Digits * Multiples];
        EdwardsPoint25519 place = EdwardsPoint25519.Base;
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<EdwardsPoint25519> multiples = points.AsSpan(digit * Multiples, Multiples);
            multiples[0] = place;
            for (int k = 1; k < Multiples; k++)
            {
                multiples[k] = EdwardsPoint25519.Add(in multiples[k - 1], in place);
            }
            place = EdwardsPoint25519.Add(in multiples[Multiples - 1], in multiples[Multiples - 1]);
        }

        var inverses = new Field25519[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            inverses[i] = points[i].Z;
        }
        Field25519.InvertAll(inverses);

        // SAFETY: a multiple of eight elements for each vector that is written below.
        int vector = sizeof(Vector256<uint>);
        uint* table = (uint*)NativeMemory.AlignedAlloc((nuint)(Digits * VectorsPerDigit * vector), (nuint)vector);
        for (int i = 0; i < points.Length; i++)
        {
            Field25519 x = Field25519.Multiply(points[i].X, in inverses[i]);
            Field25519 y = Field25519.Multiply(points[i].Y, in inverses[i]);
            uint* halves = table + (i / Multiples * VectorsPerDigit * Multiples) + (i % Multiples);
            WriteHalves(Field25519.Add(in y, in x), halves);
            WriteHalves(Field25519.Subtract(in y, in x), halves + (HalvesPerNumber * Multiples));
            WriteHalves(
                Field25519.Multiply(Field25519.Multiply(in x, in y), EdwardsPoint25519.TwiceD), halves + (2 * HalvesPerNumber * Multiples));
        }
        return (Vector256<uint>*)table;
    }

    private static void WriteHalves(Field25519 value, uint* to)
    {
        Span<byte> bytes = stackalloc byte[32];
        Span<ulong> limbs = stackalloc ulong[Limbs25519.Count];
        value.Write(bytes);
        Field25519.ReadLimbs(bytes, limbs);
        for (int i = 0; i < limbs.Length; i++)
        {
            // SAFETY: one element of each of ten vectors, for which the table has room.
            to[2 * i * Multiples] = (uint)limbs[i] & ((1U << LowerHalfBits) - 1);
            to[((2 * i) + 1) * Multiples] = (uint)(limbs[i] >> LowerHalfBits);
        }
    }
}
