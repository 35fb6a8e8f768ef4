using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>Two blocks at a time, each in its own half of a vector; the halves are added up before the reduction.</summary>
internal unsafe struct Ghash256 : IGhash
{
    private Vector256<ulong> _low;
    private Vector256<ulong> _middle;
    private Vector256<ulong> _high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte* powers, Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth)
    {
        // SAFETY: the caller's powers are four blocks long.
        Add(Vector256.Load(powers).AsUInt64(), Vector256.Create(first, second));
        Add(Vector256.Load(powers + 32).AsUInt64(), Vector256.Create(third, fourth));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector128<byte> Reduce() =>
        GhashField.Reverse(GhashField.Reduce(Sum(_low), Sum(_middle), Sum(_high)).AsByte()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Sum(Vector256<ulong> value) => value.GetLower() ^ value.GetUpper();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Vector256<ulong> factors, Vector256<byte> blocks)
    {
        Vector256<ulong> values = Avx2.Shuffle(
            blocks,
            Vector256.Create(Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0))).AsUInt64();
        _low ^= Pclmulqdq.V256.CarrylessMultiply(values, factors, 0x00);
        _middle ^= Pclmulqdq.V256.CarrylessMultiply(values, factors, 0x01) ^ Pclmulqdq.V256.CarrylessMultiply(values, factors, 0x10);
        _high ^= Pclmulqdq.V256.CarrylessMultiply(values, factors, 0x11);
    }
}
