using System.Security.Cryptography;

namespace Aksu.Cryptography.Vectorized;

/// <summary>
/// Round keys and powers of the hash key in memory that the collector does not move. It is wiped when its key is done, and then kept for
/// the next one: pinned memory is dear to allocate.
/// </summary>
internal sealed unsafe class GcmKeyMemory
{
    private const int Alignment = 64;
    private const int PowersOffset = 256;

    /// <summary>Enough for a thousand connections that begin at the same time, and less than three megabytes.</summary>
    private const int Kept = 4096;

    private static readonly Lock Gate = new();
    private static readonly Stack<GcmKeyMemory> Pool = [];

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
        lock (Gate)
        {
            if (Pool.TryPop(out GcmKeyMemory? memory))
            {
                return memory;
            }
        }
        return new GcmKeyMemory();
    }

    public void WipeAndReturn()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        lock (Gate)
        {
            if (Pool.Count < Kept)
            {
                Pool.Push(this);
            }
        }
    }
}
