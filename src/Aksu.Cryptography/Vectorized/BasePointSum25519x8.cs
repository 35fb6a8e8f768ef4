using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>Eight sums at a time, for <see cref="BasePointMultiple25519"/>, on vectors of 512 bits.</summary>
internal readonly unsafe struct BasePointSum25519x8 : IBasePointSum25519
{
    private const int Count = Limbs25519.Count;
    private const int Numbers = 15;

    public static int Lanes => 8;

    public static int RoomSize => Numbers * Count * Vector512<byte>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddUp(byte* room, long* digits, Span<Field25519> ys, Span<Field25519> zs)
    {
        // SAFETY: Numbers times five limbs; a vector of digits for each place.
        var places = (Vector512<long>*)digits;
        var x = (Vector512<long>*)room;
        Vector512<long>* y = x + Count;
        Vector512<long>* z = y + Count;
        Vector512<long>* t = z + Count;
        Vector512<long>* a = t + Count;
        Vector512<long>* b = a + Count;
        Vector512<long>* sums = b + Count; // two
        var picked = (Vector512<double>*)(sums + (2 * Count)); // y + x, y - x, 2dxy
        Vector512<double>* e = picked + (3 * Count);
        Vector512<double>* f = e + Count;
        Vector512<double>* g = f + Count;
        Vector512<double>* h = g + Count;
        Vector512<long>* c = x; // which is read before, and written behind
        Vector512<long> offset = Vector512.Create(Limbs25519.ProductOffset);
        for (int i = 0; i < Count; i++)
        {
            x[i] = offset;
            y[i] = offset + Vector512.Create(i == 0 ? 1L : 0);
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
                g[i] = Field25519x8.OfProduct(t[i]);
                z[i] = z[i] + z[i] - offset; // D, with the offset of one product
            }
            Field25519x8.Multiply(e, picked + Count, a);
            Field25519x8.Multiply(f, picked, b);
            Field25519x8.Multiply(g, picked + (2 * Count), c);
            SubtractAndAdd(b, a, sums, e, h);
            SubtractAndAdd(z, c, sums, f, g);
            Field25519x8.Multiply(f, e, x);
            Field25519x8.Multiply(g, h, y);
            Field25519x8.Multiply(f, g, z);
            Field25519x8.Multiply(e, h, t);
        }

        for (int lane = 0; lane < Lanes; lane++)
        {
            ys[lane] = Field25519x8.NumberAt(y, lane);
            zs[lane] = Field25519x8.NumberAt(z, lane);
        }
    }

    /// <summary>Writes left - right and left + right as factors, by way of two sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SubtractAndAdd(
        Vector512<long>* left, Vector512<long>* right, Vector512<long>* sums, Vector512<double>* difference, Vector512<double>* sum)
    {
        // SAFETY: five limbs behind each pointer, ten behind that of the sums.
        for (int i = 0; i < Count; i++)
        {
            sums[i] = left[i] - right[i] + Vector512.Create(Limbs25519.ForDifference);
            sums[Count + i] = left[i] + right[i] + Vector512.Create(Limbs25519.ForSum);
        }
        for (int i = 0; i < Count; i++)
        {
            difference[i] = Field25519x8.OfSum(sums, i);
            sum[i] = Field25519x8.OfSum(sums + Count, i);
        }
    }

    /// <summary>
    /// Writes the three numbers of the digit's multiple as factors, for each lane its own: those of the multiple |digit|; for a digit of
    /// zero those of the neutral point, 1, 1 and 0; and for a negative one those of the negated point, the first two exchanged and the
    /// third one negated. Their limbs are below 2^51.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pick(Vector512<long> digit, Vector256<uint>* multiples, Vector512<double>* to)
    {
        const int Halves = BasePointTable25519.HalvesPerNumber;
        Vector512<long> negative = Vector512.LessThan(digit, Vector512<long>.Zero);
        Vector512<long> zero = Vector512.Equals(digit, Vector512<long>.Zero);
        Vector512<long> one = zero & Vector512<long>.One;
        Vector512<long> kept = ~zero;
        Vector512<long> sign = negative & Vector512.Create(long.MinValue);
        Vector512<long> magnitude = (digit ^ negative) - negative;
        Vector512<int> index = (magnitude - Vector512<long>.One).AsInt32();
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: three times ten vectors are read, and three times five are written.
            Vector256<uint>* halves = multiples + (2 * i);
            Vector512<long> sum = (PickOne(halves, index) & kept) + one;
            Vector512<long> difference = (PickOne(halves + Halves, index) & kept) + one;
            Vector512<long> product = PickOne(halves + (2 * Halves), index) & kept;
            Vector512<long> exchanged = (sum ^ difference) & negative;
            to[i] = Field25519x8.OfBits(sum ^ exchanged);
            to[Count + i] = Field25519x8.OfBits(difference ^ exchanged);
            to[(2 * Count) + i] = (Field25519x8.OfBits(product).AsInt64() ^ sign).AsDouble();
            one = Vector512<long>.Zero;
        }
    }

    /// <summary>A limb of 51 bits, whose two halves of 26 and 25 the table has behind each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> PickOne(Vector256<uint>* halves, Vector512<int> index)
    {
        // SAFETY: both are in the table.
        Vector512<long> lower = Vector512.Create((long)uint.MaxValue);
        Vector512<long> even = Avx512F.PermuteVar16x32(Vector512.Create(halves[0], halves[0]).AsInt32(), index).AsInt64();
        Vector512<long> odd = Avx512F.PermuteVar16x32(Vector512.Create(halves[1], halves[1]).AsInt32(), index).AsInt64();
        return (even & lower) + ((odd & lower) << BasePointTable25519.LowerHalfBits);
    }
}
