using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Public keys of X25519, eight at a time: eight ladders (RFC 7748 §5) from the point 9, one in each lane. A bit of a scalar is a mask.
/// </summary>
internal static unsafe class BasePointLadder25519
{
    public const int Keys = 8;

    private const int Size = 32;
    private const int Count = Limbs25519.Count;
    private const int Alignment = 64;
    private const int Numbers = 9;
    private const int Vectors = (Numbers * Count) + Field25519x8.ScratchCount;
    private const ulong BasePoint = 9;

    /// <summary>Writes the public keys of eight private ones, 32 bytes each, one behind the other.</summary>
    [SkipLocalsInit]
    public static void Multiply(ReadOnlySpan<byte> privateKeys, Span<byte> publicKeys)
    {
        byte* memory = stackalloc byte[(Vectors * Vector512<byte>.Count) + Alignment];
        // SAFETY: the memory is longer than all vectors by the alignment: Numbers times ten limbs, and the scratch of a multiplication.
        var x2 = (Vector512<ulong>*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));
        Vector512<ulong>* z2 = x2 + Count;
        Vector512<ulong>* x3 = z2 + Count;
        Vector512<ulong>* z3 = x3 + Count;
        Vector512<ulong>* a = z3 + Count;
        Vector512<ulong>* b = a + Count;
        Vector512<ulong>* c = b + Count;
        Vector512<ulong>* d = c + Count;
        Vector512<ulong>* e = d + Count;
        Vector512<ulong>* scratch = e + Count;

        // SAFETY: four vectors for the 256 bits of eight scalars.
        Vector512<ulong>* words = stackalloc Vector512<ulong>[Size / sizeof(ulong)];
        ReadOnlySpan<ulong> scalars = MemoryMarshal.Cast<byte, ulong>(privateKeys[..(Keys * Size)]);
        Clamp(scalars, words);

        for (int i = 0; i < Count; i++)
        {
            Vector512<ulong> one = Vector512.Create(i == 0 ? 1UL : 0);
            x2[i] = one;
            z2[i] = Vector512<ulong>.Zero;
            x3[i] = Vector512.Create(i == 0 ? BasePoint : 0);
            z3[i] = one;
        }

        Vector512<ulong> last = Vector512<ulong>.Zero;
        for (int at = 254; at >= 0; at--)
        {
            Vector512<ulong> bit = Vector512<ulong>.Zero - ((words[at / 64] >>> (at % 64)) & Vector512<ulong>.One);
            Field25519x8.SwapWhere(bit ^ last, x2, x3);
            Field25519x8.SwapWhere(bit ^ last, z2, z3);
            last = bit;

            Field25519x8.Add(x2, z2, a);
            Field25519x8.Subtract(x2, z2, b);
            Field25519x8.Add(x3, z3, c);
            Field25519x8.Subtract(x3, z3, d);
            Field25519x8.Multiply(d, a, d, scratch); // DA
            Field25519x8.Multiply(c, b, c, scratch); // CB
            Field25519x8.Square(a, a); // AA
            Field25519x8.Square(b, b); // BB
            Field25519x8.Add(d, c, x3);
            Field25519x8.Square(x3, x3);
            Field25519x8.Subtract(d, c, z3);
            Field25519x8.Square(z3, z3);
            Field25519x8.MultiplySmall(z3, BasePoint, z3);
            Field25519x8.Multiply(a, b, x2, scratch);
            Field25519x8.Subtract(a, b, e);
            Field25519x8.MultiplySmall(e, Limbs25519.A24, z2);
            Field25519x8.Add(a, z2, z2);
            Field25519x8.Multiply(z2, e, z2, scratch);
        }
        Field25519x8.SwapWhere(last, x2, x3);
        Field25519x8.SwapWhere(last, z2, z3);

        Invert(z2, a, scratch);
        Field25519x8.Multiply(x2, z2, x2, scratch);
        Span<ulong> limbs = stackalloc ulong[Count];
        for (int key = 0; key < Keys; key++)
        {
            for (int i = 0; i < Count; i++)
            {
                limbs[i] = x2[i][key];
            }
            Field25519.FromLimbs(limbs).Write(publicKeys.Slice(key * Size, Size));
        }

        new Span<byte>(words, Keys * Size).Clear();
        CryptographicOperations.ZeroMemory(new Span<byte>(memory, (Vectors * Vector512<byte>.Count) + Alignment));
    }

    /// <summary>Word w of all scalars in vector w, with the bits set and cleared that RFC 7748 §5 says.</summary>
    private static void Clamp(ReadOnlySpan<ulong> scalars, Vector512<ulong>* words)
    {
        for (int word = 0; word < 4; word++)
        {
            Vector512<ulong> value = Vector512.Create(
                scalars[word],
                scalars[4 + word],
                scalars[8 + word],
                scalars[12 + word],
                scalars[16 + word],
                scalars[20 + word],
                scalars[24 + word],
                scalars[28 + word]);
            // SAFETY: the caller gives four vectors.
            words[word] = word switch
            {
                0 => value & Vector512.Create(~7UL),
                3 => (value & Vector512.Create(ulong.MaxValue >> 1)) | Vector512.Create(1UL << 62),
                _ => value,
            };
        }
    }

    /// <summary>To the power of p - 2, in place; <paramref name="room"/> is for five numbers.</summary>
    private static void Invert(Vector512<ulong>* z, Vector512<ulong>* room, Vector512<ulong>* scratch)
    {
        // SAFETY: five times ten limbs of room.
        Vector512<ulong>* x11 = room;
        Vector512<ulong>* bits10 = room + Count;
        Vector512<ulong>* bits50 = bits10 + Count;
        Vector512<ulong>* t = bits50 + Count;
        Vector512<ulong>* u = t + Count;
        Square(z, 1, t);
        Square(t, 2, u);
        Field25519x8.Multiply(u, z, u, scratch); // 9
        Field25519x8.Multiply(u, t, x11, scratch);
        Square(x11, 1, t);
        Field25519x8.Multiply(t, u, t, scratch); // 2^5 - 1, and so on
        Square(t, 5, u);
        Field25519x8.Multiply(u, t, bits10, scratch);
        Square(bits10, 10, t);
        Field25519x8.Multiply(t, bits10, t, scratch); // 20
        Square(t, 20, u);
        Field25519x8.Multiply(u, t, t, scratch); // 40
        Square(t, 10, t);
        Field25519x8.Multiply(t, bits10, bits50, scratch);
        Square(bits50, 50, t);
        Field25519x8.Multiply(t, bits50, t, scratch); // 100
        Square(t, 100, u);
        Field25519x8.Multiply(u, t, t, scratch); // 200
        Square(t, 50, t);
        Field25519x8.Multiply(t, bits50, t, scratch); // 250
        Square(t, 5, t);
        Field25519x8.Multiply(t, x11, z, scratch);
    }

    private static void Square(Vector512<ulong>* a, int times, Vector512<ulong>* result)
    {
        Field25519x8.Square(a, result);
        for (int i = 1; i < times; i++)
        {
            Field25519x8.Square(result, result);
        }
    }
}
