using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>Four sums at a time, for <see cref="BasePointMultiple25519"/>.</summary>
internal readonly unsafe struct BasePointSum25519x4 : IBasePointSum25519
{
    private const int Count = Limbs25519.Count;
    private const int Numbers = 12;

    public static int Lanes => 4;

    public static int RoomSize => ((Numbers * Count) + Field25519x4.TableCount) * Vector256<byte>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddUp(byte* room, long* digits, Span<Field25519> ys, Span<Field25519> zs)
    {
        // SAFETY: Numbers times ten limbs, and behind them the table of a factor; a vector of digits for each place.
        var numbers = (Vector256<ulong>*)room;
        var places = (Vector256<long>*)digits;
        Vector256<ulong>* x = numbers;
        Vector256<ulong>* y = x + Count;
        Vector256<ulong>* z = y + Count;
        Vector256<ulong>* t = z + Count;
        Vector256<ulong>* picked = t + Count; // y + x, y - x, 2dxy
        Vector256<ulong>* a = picked + (3 * Count);
        Vector256<ulong>* b = a + Count;
        Vector256<ulong>* c = b + Count;
        Vector256<ulong>* e = c + Count;
        Vector256<ulong>* f = e + Count;
        Vector256<ulong>* table = numbers + (Numbers * Count);
        for (int i = 0; i < Count; i++)
        {
            x[i] = Vector256<ulong>.Zero;
            y[i] = Vector256.Create(i == 0 ? 1UL : 0);
            z[i] = y[i];
            t[i] = Vector256<ulong>.Zero;
        }

        // The addition of RFC 8032 §5.1.4 for a second point whose Z is one.
        for (int digit = 0; digit < BasePointTable25519.Digits; digit++)
        {
            Pick(places[digit], BasePointTable25519.At(digit), picked);
            Field25519x4.Subtract(y, x, a);
            Field25519x4.Multiply(a, picked + Count, a, table);
            Field25519x4.Add(y, x, b);
            Field25519x4.Multiply(b, picked, b, table);
            Field25519x4.Multiply(t, picked + (2 * Count), c, table);
            for (int i = 0; i < Count; i++)
            {
                Vector256<ulong> twiceP = Vector256.Create(Limbs25519.TwiceP(i));
                Vector256<ulong> d = z[i] + z[i];
                e[i] = b[i] + (twiceP - a[i]);
                f[i] = d + (twiceP - c[i]);
                c[i] = d + c[i]; // G
                b[i] = b[i] + a[i]; // H
            }
            Field25519x4.Multiply(f, e, x, table);
            Field25519x4.Multiply(c, b, y, table);
            Field25519x4.Multiply(f, c, z, table);
            Field25519x4.Multiply(e, b, t, table);
        }

        for (int lane = 0; lane < Lanes; lane++)
        {
            ys[lane] = Field25519x4.NumberAt(y, lane);
            zs[lane] = Field25519x4.NumberAt(z, lane);
        }
    }

    /// <summary>
    /// Writes the three numbers of the digit's multiple, for each lane its own: those of the multiple |digit|; for a digit of zero those of
    /// the neutral point, 1, 1 and 0; and for a negative one those of the negated point, the first two exchanged and the third one's
    /// complement.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pick(Vector256<long> digit, Vector256<uint>* multiples, Vector256<ulong>* to)
    {
        Vector256<ulong> negative = Avx2.CompareGreaterThan(Vector256<long>.Zero, digit).AsUInt64();
        Vector256<ulong> zero = Avx2.CompareEqual(digit, Vector256<long>.Zero).AsUInt64();
        Vector256<ulong> lower = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> kept = Avx2.AndNot(zero, lower);
        Vector256<ulong> one = zero & Vector256<ulong>.One;
        Vector256<ulong> magnitude = (digit.AsUInt64() ^ negative) - negative;
        Vector256<int> index = (magnitude - Vector256<ulong>.One).AsInt32();
        for (int i = 0; i < Count; i++)
        {
            // SAFETY: three times ten vectors are read and written.
            Vector256<ulong> sum = (Avx2.PermuteVar8x32(multiples[i].AsInt32(), index).AsUInt64() & kept) + one;
            Vector256<ulong> difference = (Avx2.PermuteVar8x32(multiples[Count + i].AsInt32(), index).AsUInt64() & kept) + one;
            Vector256<ulong> product = Avx2.PermuteVar8x32(multiples[(2 * Count) + i].AsInt32(), index).AsUInt64() & kept;
            Vector256<ulong> exchanged = (sum ^ difference) & negative;
            to[i] = sum ^ exchanged;
            to[Count + i] = difference ^ exchanged;
            to[(2 * Count) + i] = (product ^ negative) + (Vector256.Create(Limbs25519.TwiceP(i) + 1) & negative);
            one = Vector256<ulong>.Zero;
        }
    }
}
