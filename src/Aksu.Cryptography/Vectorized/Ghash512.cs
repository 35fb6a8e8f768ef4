using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>Four blocks at a time, each in its own quarter of a vector; the quarters are added up before the reduction.</summary>
internal unsafe struct Ghash512 : IGhash
{
    private Vector512<ulong> _low;
    private Vector512<ulong> _middle;
    private Vector512<ulong> _high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte* powers, Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth)
    {
        Vector512<byte> blocks = Vector512.Create(Vector256.Create(first, second), Vector256.Create(third, fourth));
        Vector512<ulong> values = Avx512BW.Shuffle(
            blocks,
            Vector512.Create(Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0))).AsUInt64();
        // SAFETY: the caller's powers are four blocks long.
        Vector512<ulong> factors = Vector512.Load(powers).AsUInt64();
        _low ^= Pclmulqdq.V512.CarrylessMultiply(values, factors, 0x00);
        _middle = Vector512.Xor(
            _middle ^ Pclmulqdq.V512.CarrylessMultiply(values, factors, 0x01), Pclmulqdq.V512.CarrylessMultiply(values, factors, 0x10));
        _high ^= Pclmulqdq.V512.CarrylessMultiply(values, factors, 0x11);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector128<byte> Reduce() =>
        GhashField.Reverse(GhashField.Reduce(Sum(_low), Sum(_middle), Sum(_high)).AsByte()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Sum(Vector512<ulong> value)
    {
        Vector256<ulong> halves = value.GetLower() ^ value.GetUpper();
        return halves.GetLower() ^ halves.GetUpper();
    }
}
