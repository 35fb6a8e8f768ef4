using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>Eight sums at a time, for <see cref="BasePointMultiple25519"/>, on vectors of 512 bits.</summary>
internal readonly unsafe struct BasePointSum25519x8 : IBasePointSum25519
{
    private const int Count = Limbs25519.Count;
    private const int Numbers = 12;

    public static int Lanes => 8;

    public static int RoomSize => ((Numbers * Count) + Field25519x8.TableCount) * Vector512<byte>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddUp(ulong* room, long* digits)
    {
        // SAFETY: Numbers times ten limbs, and behind them the table of a factor; a vector of digits for each place.
        var numbers = (Vector512<ulong>*)room;
        var places = (Vector512<long>*)digits;
        Vector512<ulong>* x = numbers;
        Vector512<ulong>* y = x + Count;
        Vector512<ulong>* z = y + Count;
        Vector512<ulong>* t = z + Count;
        Vector512<ulong>* picked = t + Count; // y + x, y - x, 2dxy
        Vector512<ulong>* a = picked + (3 * Count);
        Vector512<ulong>* b = a + Count;
        Vector512<ulong>* c = b + Count;
        Vector512<ulong>* e = c + Count;
        Vector512<ulong>* f = e + Count;
        Vector512<ulong>* table = numbers + (Numbers * Count);
        for (int i = 0; i < Count; i++)
        {
            x[i] = Vector512<ulong>.Zero;
            y[i] = Vector512.Create(i == 0 ? 1UL : 0);
            z[i] = y[i];
            t[i] = Vector512<ulong>.Zero;
        }

        // The addition of RFC 8032 §5.1.4 for a second point whose Z is one.
        for (int digit = 0; digit < BasePointTable25519.Digits; digit++)
        {
            Pick(places[digit], BasePointTable25519.At(digit), picked);
            Field25519x8.Subtract(y, x, a);
            Field25519x8.Multiply(a, picked + Count, a, table);
            Field25519x8.Add(y, x, b);
            Field25519x8.Multiply(b, picked, b, table);
            Field25519x8.Multiply(t, picked + (2 * Count), c, table);
            for (int i = 0; i < Count; i++)
            {
                Vector512<ulong> twiceP = Vector512.Create(Limbs25519.TwiceP(i));
                Vector512<ulong> d = z[i] + z[i];
                e[i] = b[i] + (twiceP - a[i]);
                f[i] = d + (twiceP - c[i]);
                c[i] = d + c[i]; // G
                b[i] = b[i] + a[i]; // H
            }
            Field25519x8.Multiply(f, e, x, table);
            Field25519x8.Multiply(c, b, y, table);
            Field25519x8.Multiply(f, c, z, table);
            Field25519x8.Multiply(e, b, t, table);
        }
    }

    /// <summary>
    /// Writes the three numbers of the digit's multiple, for each lane its own: those of the multiple |digit|; for a digit of zero those of
    /// the neutral point, 1, 1 and 0; and for a negative one those of the negated point, the first two exchanged and the third one's
    /// complement.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pick(Vector512<long> digit, Vector256<uint>* multiples, Vector512<ulong>* to)
    {
        Vector512<ulong> negative = Vector512.LessThan(digit, Vector512<long>.Zero).AsUInt64();
        Vector512<ulong> zero = Vector512.Equals(digit, Vector512<long>.Zero).AsUInt64();
        Vector512<ulong> lower = Vector512.Create((ulong)uint.MaxValue);
        Vector512<ulong> kept = Vector512.AndNot(lower, zero);
        Vector512<ulong> one = zero & Vector512<ulong>.One;
        Vector512<ulong> magnitude = (digit.AsUInt64() ^ negative) - negative;
        Vector512<int> index = (magnitude - Vector512<ulong>.One).AsInt32();
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: three times ten vectors are read and written.
            Vector512<ulong> sum = (PickOne(multiples[i], index) & kept) + one;
            Vector512<ulong> difference = (PickOne(multiples[Count + i], index) & kept) + one;
            Vector512<ulong> product = PickOne(multiples[(2 * Count) + i], index) & kept;
            Vector512<ulong> exchanged = (sum ^ difference) & negative;
            to[i] = sum ^ exchanged;
            to[Count + i] = difference ^ exchanged;
            to[(2 * Count) + i] = (product ^ negative) + (Vector512.Create(Limbs25519.TwiceP(i) + 1) & negative);
            one = Vector512<ulong>.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> PickOne(Vector256<uint> multiples, Vector512<int> index) =>
        Avx512F.PermuteVar16x32(Vector512.Create(multiples, multiples).AsInt32(), index).AsUInt64();
}
