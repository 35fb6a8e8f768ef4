using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Aksu.Cryptography.Vectorized;

/// <summary>One block at a time.</summary>
internal unsafe struct Ghash128 : IGhash
{
    private Vector128<ulong> _low;
    private Vector128<ulong> _middle;
    private Vector128<ulong> _high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte* powers, Vector128<byte> first, Vector128<byte> second, Vector128<byte> third, Vector128<byte> fourth)
    {
        // SAFETY: the caller's powers are four blocks long.
        Add(Vector128.Load(powers).AsUInt64(), first);
        Add(Vector128.Load(powers + 16).AsUInt64(), second);
        Add(Vector128.Load(powers + 32).AsUInt64(), third);
        Add(Vector128.Load(powers + 48).AsUInt64(), fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector128<byte> Reduce() => GhashField.Reverse(GhashField.Reduce(_low, _middle, _high).AsByte()).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(Vector128<ulong> power, Vector128<byte> block)
    {
        Vector128<ulong> value = GhashField.Reverse(block);
        _low ^= Pclmulqdq.CarrylessMultiply(value, power, 0x00);
        _middle ^= Pclmulqdq.CarrylessMultiply(value, power, 0x01) ^ Pclmulqdq.CarrylessMultiply(value, power, 0x10);
        _high ^= Pclmulqdq.CarrylessMultiply(value, power, 0x11);
    }
}
