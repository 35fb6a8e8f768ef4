using System.Security.Cryptography;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Round keys and powers of the hash key in memory that the collector does not move. It is wiped when its key is done, and then kept for the
/// next one: pinned memory is dear to allocate.
/// </summary>
internal sealed unsafe class GcmKeyMemory
{
    private const int Alignment = 64;
    private const int PowersOffset = 256;
    private const int Kept = 32;

    private static readonly GcmKeyMemory?[] Pool = new GcmKeyMemory?[Kept];

    private readonly byte[] _bytes = GC.AllocateArray<byte>(PowersOffset + GhashKey.Size + Alignment, pinned: true);

    private GcmKeyMemory()
    {
        // SAFETY: the array is pinned for its life, and longer than what is used by the alignment.
        fixed (byte* start = _bytes)
        {
            RoundKeys = (byte*)(((nuint)start + Alignment - 1) & ~(nuint)(Alignment - 1));
        }
        Powers = RoundKeys + PowersOffset;
    }

    /// <summary>Valid as long as this object is reachable.</summary>
    public byte* RoundKeys { get; }

    /// <summary>Valid as long as this object is reachable; at a multiple of 64.</summary>
    public byte* Powers { get; }

    public static GcmKeyMemory Rent()
    {
        foreach (ref GcmKeyMemory? slot in Pool.AsSpan())
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } memory)
            {
                return memory;
            }
        }
        return new GcmKeyMemory();
    }

    public void WipeAndReturn()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        foreach (ref GcmKeyMemory? slot in Pool.AsSpan())
        {
            if (slot is null && Interlocked.CompareExchange(ref slot, this, null) is null)
            {
                return;
            }
        }
    }
}
