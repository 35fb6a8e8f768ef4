using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// The field of GHASH: polynomials modulo x^128 + x^7 + x^2 + x + 1 (SP 800-38D §6.3), whose bits stand in reverse in a block. With the
/// bytes of a block turned around the product comes out one bit too low, which is why <see cref="GhashKey"/> keeps powers times x.
/// Everything here is straight-line code over carry-less multiplication: no table, no branch.
/// </summary>
internal static class GhashField
{
    /// <summary>The upper half of the reversed polynomial: what one half of a product becomes 64 bits further up.</summary>
    public const ulong Fold = 0xc200_0000_0000_0000;

    /// <summary>Turns the bytes of a block around.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Reverse(Vector128<byte> block) =>
        Ssse3.Shuffle(block, Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).AsUInt64();

    /// <summary>Left times right, where right is a power times x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Multiply(Vector128<ulong> left, Vector128<ulong> right) => Reduce(
        Pclmulqdq.CarrylessMultiply(left, right, 0x00),
        Pclmulqdq.CarrylessMultiply(left, right, 0x01) ^ Pclmulqdq.CarrylessMultiply(left, right, 0x10),
        Pclmulqdq.CarrylessMultiply(left, right, 0x11));

    /// <summary>
    /// Folds the lowest 64 of 256 bits into what is above them, twice; the middle overlaps low and high by one half each.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ulong> Reduce(Vector128<ulong> low, Vector128<ulong> middle, Vector128<ulong> high)
    {
        Vector128<ulong> fold = Vector128.Create(Fold);
        middle ^= Swap(low) ^ Pclmulqdq.CarrylessMultiply(low, fold, 0x00);
        return high ^ Swap(middle) ^ Pclmulqdq.CarrylessMultiply(middle, fold, 0x00);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Swap(Vector128<ulong> value) => Sse2.Shuffle(value.AsUInt32(), 0b01_00_11_10).AsUInt64();
}
