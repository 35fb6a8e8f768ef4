using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>Four sums at a time, for <see cref="BasePointMultiple25519"/>.</summary>
internal readonly unsafe struct BasePointSum25519x4 : IBasePointSum25519
{
    private const int Count = Limbs25519.Count;
    private const int Numbers = 15;

    public static int Lanes => 4;

    public static int RoomSize => Numbers * Count * Vector256<byte>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddUp(byte* room, long* digits, Span<Field25519> ys, Span<Field25519> zs)
    {
        // SAFETY: Numbers times five limbs; a vector of digits for each place.
        var places = (Vector256<long>*)digits;
        var x = (Vector256<long>*)room;
        Vector256<long>* y = x + Count;
        Vector256<long>* z = y + Count;
        Vector256<long>* t = z + Count;
        Vector256<long>* a = t + Count;
        Vector256<long>* b = a + Count;
        Vector256<long>* sums = b + Count; // two
        var picked = (Vector256<double>*)(sums + (2 * Count)); // y + x, y - x, 2dxy
        Vector256<double>* e = picked + (3 * Count);
        Vector256<double>* f = e + Count;
        Vector256<double>* g = f + Count;
        Vector256<double>* h = g + Count;
        Vector256<long>* c = x; // which is read before, and written behind
        Vector256<long> offset = Vector256.Create(Limbs25519.ProductOffset);
        for (int i = 0; i < Count; i++)
        {
            x[i] = offset;
            y[i] = offset + Vector256.Create(i == 0 ? 1L : 0);
            z[i] = y[i];
            t[i] = offset;
        }

        // The addition of RFC 8032 §5.1.4 for a second point whose Z is one.
        for (int digit = 0; digit < BasePointTable25519.Digits; digit++)
        {
            Pick(places[digit], BasePointTable25519.At(digit), picked);
            SubtractAndAdd(y, x, sums, e, f);
            for (int i = 0; i < Count; i++)
            {
                g[i] = Field25519x4.OfProduct(t[i]);
                z[i] = z[i] + z[i] - offset; // D, with the offset of one product
            }
            Field25519x4.Multiply(e, picked + Count, a);
            Field25519x4.Multiply(f, picked, b);
            Field25519x4.Multiply(g, picked + (2 * Count), c);
            SubtractAndAdd(b, a, sums, e, h);
            SubtractAndAdd(z, c, sums, f, g);
            Field25519x4.Multiply(f, e, x);
            Field25519x4.Multiply(g, h, y);
            Field25519x4.Multiply(f, g, z);
            Field25519x4.Multiply(e, h, t);
        }

        for (int lane = 0; lane < Lanes; lane++)
        {
            ys[lane] = Field25519x4.NumberAt(y, lane);
            zs[lane] = Field25519x4.NumberAt(z, lane);
        }
    }

    /// <summary>Writes left - right and left + right as factors, by way of two sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SubtractAndAdd(
        Vector256<long>* left, Vector256<long>* right, Vector256<long>* sums, Vector256<double>* difference, Vector256<double>* sum)
    {
        // SAFETY: five limbs behind each pointer, ten behind that of the sums.
        for (int i = 0; i < Count; i++)
        {
            sums[i] = left[i] - right[i] + Vector256.Create(Limbs25519.ForDifference);
            sums[Count + i] = left[i] + right[i] + Vector256.Create(Limbs25519.ForSum);
        }
        for (int i = 0; i < Count; i++)
        {
            difference[i] = Field25519x4.OfSum(sums, i);
            sum[i] = Field25519x4.OfSum(sums + Count, i);
        }
    }

    /// <summary>
    /// Writes the three numbers of the digit's multiple as factors, for each lane its own: those of the multiple |digit|; for a digit of
    /// zero those of the neutral point, 1, 1 and 0; and for a negative one those of the negated point, the first two exchanged and the
    /// third one negated. Their limbs are below 2^51.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pick(Vector256<long> digit, Vector256<uint>* multiples, Vector256<double>* to)
    {
        const int Halves = BasePointTable25519.HalvesPerNumber;
        Vector256<long> negative = Avx2.CompareGreaterThan(Vector256<long>.Zero, digit);
        Vector256<long> zero = Avx2.CompareEqual(digit, Vector256<long>.Zero);
        Vector256<long> one = zero & Vector256<long>.One;
        Vector256<long> kept = ~zero;
        Vector256<long> sign = negative & Vector256.Create(long.MinValue);
        Vector256<long> magnitude = (digit ^ negative) - negative;
        Vector256<int> index = (magnitude - Vector256<long>.One).AsInt32();
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: three times ten vectors are read, and three times five are written.
            Vector256<uint>* halves = multiples + (2 * i);
            Vector256<long> sum = (PickOne(halves, index) & kept) + one;
            Vector256<long> difference = (PickOne(halves + Halves, index) & kept) + one;
            Vector256<long> product = PickOne(halves + (2 * Halves), index) & kept;
            Vector256<long> exchanged = (sum ^ difference) & negative;
            to[i] = Field25519x4.OfBits(sum ^ exchanged);
            to[Count + i] = Field25519x4.OfBits(difference ^ exchanged);
            to[(2 * Count) + i] = (Field25519x4.OfBits(product).AsInt64() ^ sign).AsDouble();
            one = Vector256<long>.Zero;
        }
    }

    /// <summary>A limb of 51 bits, whose two halves of 26 and 25 the table has behind each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> PickOne(Vector256<uint>* halves, Vector256<int> index)
    {
        // SAFETY: both are in the table.
        Vector256<long> lower = Vector256.Create((long)uint.MaxValue);
        Vector256<long> even = Avx2.PermuteVar8x32(halves[0].AsInt32(), index).AsInt64();
        Vector256<long> odd = Avx2.PermuteVar8x32(halves[1].AsInt32(), index).AsInt64();
        return (even & lower) + ((odd & lower) << BasePointTable25519.LowerHalfBits);
    }
}
