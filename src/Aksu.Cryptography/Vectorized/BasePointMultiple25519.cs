using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Public keys of X25519, eight at a time: on the Edwards form of the curve (RFC 7748 §4.1) a multiple of the base point is a sum of 64
/// points of <see cref="BasePointTable25519"/>, one for each signed hexadecimal digit of the scalar. As many scalars as there are lanes go
/// side by side. A digit is an index of a permutation and a mask, never an address or a branch.
/// </summary>
internal static unsafe class BasePointMultiple25519
{
    public const int Keys = 8;

    private const int Size = 32;
    private const int Alignment = 64;

    /// <summary>Writes the public keys of eight private ones, 32 bytes each, one behind the other.</summary>
    public static void Multiply(ReadOnlySpan<byte> privateKeys, Span<byte> publicKeys)
    {
        if (VectorSupport.HasX25519Instructions512)
        {
            Multiply<BasePointSum25519x8>(privateKeys, publicKeys);
        }
        else
        {
            Multiply<BasePointSum25519x4>(privateKeys, publicKeys);
        }
    }

    /// <summary>The same in the lanes of one kind of vector.</summary>
    [SkipLocalsInit]
    public static void Multiply<TSum>(ReadOnlySpan<byte> privateKeys, Span<byte> publicKeys)
        where TSum : struct, IBasePointSum25519
    {
        int lanes = TSum.Lanes;
        int digitsSize = BasePointTable25519.Digits * lanes * sizeof(long);
        int memorySize = digitsSize + TSum.RoomSize + Alignment;
        byte* memory = stackalloc byte[memorySize];
        // SAFETY: the memory is longer by the alignment than the digits, a vector for each, and the room that the sum asks for.
        byte* aligned = (byte*)(((nuint)memory + Alignment - 1) & ~(nuint)(Alignment - 1));
        var digits = (long*)aligned;

        // u = (Z + Y) / (Z - Y) (RFC 7748 §4.1); the divisor is zero for no scalar that was clamped.
        Span<Field25519> ys = stackalloc Field25519[Keys];
        Span<Field25519> zs = stackalloc Field25519[Keys];
        Span<Field25519> differences = stackalloc Field25519[Keys];
        for (int first = 0; first < Keys; first += lanes)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                WriteDigits(privateKeys.Slice((first + lane) * Size, Size), digits + lane, lanes);
            }
            TSum.AddUp(aligned + digitsSize, digits, ys.Slice(first, lanes), zs.Slice(first, lanes));
        }
        for (int key = 0; key < Keys; key++)
        {
            differences[key] = Field25519.Subtract(in zs[key], in ys[key]);
        }

        Field25519.InvertAll(differences);
        for (int key = 0; key < Keys; key++)
        {
            Field25519.Multiply(Field25519.Add(in zs[key], in ys[key]), in differences[key]).Write(publicKeys.Slice(key * Size, Size));
        }

        // Y and Z tell more of the private key than their quotient does. What single operations left on the stack is not wiped, but
        // overwritten soon.
        ys.Clear();
        zs.Clear();
        differences.Clear();
        CryptographicOperations.ZeroMemory(new Span<byte>(memory, memorySize));
    }

    /// <summary>
    /// The scalar, with the bits set and cleared that RFC 7748 §5 says, as 64 digits from -8 to 8: what is above 8 borrows from the next
    /// one. Digit i goes to <c>to[lanes·i]</c>, one lane of a vector.
    /// </summary>
    private static void WriteDigits(ReadOnlySpan<byte> scalar, long* to, int lanes)
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
            to[lanes * i] = value - (carry << 4);
        }
    }
}
