namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Numbers modulo p = 2^255 - 19 as vectors hold them: ten limbs of 26 and 25 bits in turn, limb i times 2^⌈25.5·i⌉, one number in each
/// lane. A product of two odd limbs counts twice, and what goes beyond 2^255 comes back times 19.
/// </summary>
/// <remarks>
/// Bounds, which keep every sum in its 64 bits: a product's limbs are below 2^26 + 2^17 and 2^25 + 2^17. A sum of up to three, or a
/// difference of two to which 2p was added, is below 1.6 · 2^27, times 19 still below 2^32, which is what a multiplication takes on its
/// right; on its left it takes twice as much, 2^28 + 2^18. Its columns stay below 2^63.
/// </remarks>
internal static class Limbs25519
{
    public const int Count = 10;

    public const int EvenBits = 26;

    public const int OddBits = 25;

    public const ulong EvenMask = (1UL << EvenBits) - 1;

    public const ulong OddMask = (1UL << OddBits) - 1;

    /// <summary>(A - 2) / 4 of the curve (RFC 7748 §5).</summary>
    public const ulong A24 = 121665;

    /// <summary>A limb of 2p.</summary>
    public static ulong TwiceP(int limb) => limb == 0 ? (1UL << 27) - 38 : limb % 2 == 0 ? (1UL << 27) - 2 : (1UL << 26) - 2;
}
