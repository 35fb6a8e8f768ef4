using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Public keys of X25519, eight at a time: on the Edwards form of the curve (RFC 7748 §4.1) a multiple of the base point is a sum of 64 points of
/// <see cref="BasePointTable25519"/>, one for each signed hexadecimal digit of the scalar. Four scalars go through the four lanes. A digit is
/// an index of a permutation and a mask, never an address or a branch.
/// </summary>
internal static unsafe class BasePointMultiple25519
{
    public const int Keys = 8;

    private const int Size = 32;
    private const int Lanes = 4;
    private const int Count = Limbs25519.Count;
    private const int Alignment = 32;
    private const int Numbers = 12;
    private const int Vectors = (Numbers * Count) + Field25519x4.TableCount + BasePointTable25519.Digits;

    /// <summary>Writes the public keys of eight private ones, 32 bytes each, one behind the other.</summary>
    [SkipLocalsInit]
    public static void Multiply(ReadOnlySpan<byte> privateKeys, Span<byte> publicKeys)
    {
        byte* memory = stackalloc byte[(Vectors * Vector256<byte>.Count) + Alignment];
        // SAFETY: the memory is longer than all vectors by the alignment: Numbers times ten limbs, a factor's table, and a vector a digit.
        var numbers = (Vector256<ulong>*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));
        Vector256<ulong>* y = numbers + Count;
        Vector256<ulong>* z = y + Count;
        Vector256<ulong>* digits = numbers + (Numbers * Count) + Field25519x4.TableCount;

        // u = (Z + Y) / (Z - Y) (RFC 7748 §4.1); the divisor is zero for no scalar that was clamped.
        Span<Field25519> sums = stackalloc Field25519[Keys];
        Span<Field25519> differences = stackalloc Field25519[Keys];
        Span<ulong> yLimbs = stackalloc ulong[Count];
        Span<ulong> zLimbs = stackalloc ulong[Count];
        for (int first = 0; first < Keys; first += Lanes)
        {
            for (int lane = 0; lane < Lanes; lane++)
            {
                WriteDigits(privateKeys.Slice((first + lane) * Size, Size), (long*)digits + lane);
            }
            AddUp(numbers, digits);
            for (int lane = 0; lane < Lanes; lane++)
            {
                for (int i = 0; i < Count; i++)
                {
                    yLimbs[i] = y[i][lane];
                    zLimbs[i] = z[i][lane];
                }
                Field25519 affineY = Field25519.FromLimbs(yLimbs);
                Field25519 affineZ = Field25519.FromLimbs(zLimbs);
                sums[first + lane] = Field25519.Add(in affineZ, in affineY);
                differences[first + lane] = Field25519.Subtract(in affineZ, in affineY);
            }
        }

        Field25519.InvertAll(differences);
        for (int key = 0; key < Keys; key++)
        {
            Field25519.Multiply(in sums[key], in differences[key]).Write(publicKeys.Slice(key * Size, Size));
        }

        // Y and Z tell more of the private key than their quotient does.
        sums.Clear();
        differences.Clear();
        yLimbs.Clear();
        zLimbs.Clear();
        CryptographicOperations.ZeroMemory(new Span<byte>(memory, (Vectors * Vector256<byte>.Count) + Alignment));
    }

    /// <summary>
    /// The scalar, with the bits set and cleared that RFC 7748 §5 says, as 64 digits from -8 to 8: what is above 8 borrows from the next one.
    /// Digit i goes to <c>to[4·i]</c>, one lane of a vector.
    /// </summary>
    private static void WriteDigits(ReadOnlySpan<byte> scalar, long* to)
    {
        long carry = 0;
        for (int i = 0; i < BasePointTable25519.Digits; i++)
        {
            int digit = (scalar[i / 2] >> (4 * (i % 2))) & 0xf;
            digit = i switch
            {
                0 => digit & 0x8,
                BasePointTable25519.Digits - 1 => (digit & 0x7) | 0x4,
                _ => digit,
            };
            long value = digit + carry;
            carry = i == BasePointTable25519.Digits - 1 ? 0 : (value + 8) >> 4;
            // SAFETY: the caller gives a lane of 64 vectors.
            to[Lanes * i] = value - (carry << 4);
        }
    }

    /// <summary>The sums of the digits' points, as X, Y, Z and T in the first four numbers; the others are room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddUp(Vector256<ulong>* numbers, Vector256<ulong>* digits)
    {
        // SAFETY: Numbers times ten limbs, and behind them the table of a factor.
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
            Pick(digits[digit].AsInt64(), BasePointTable25519.At(digit), picked);
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
    }

    /// <summary>
    /// Writes the three numbers of the digit's multiple, for each lane its own: those of the multiple |digit|; for a digit of zero those of the
    /// neutral point, 1, 1 and 0; and for a negative one those of the negated point, the first two exchanged and the third one's complement.
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
