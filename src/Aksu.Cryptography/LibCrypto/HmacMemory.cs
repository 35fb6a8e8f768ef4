namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// Pinned memory for the states of an HMAC, kept for the next one: to allocate pinned memory costs more than the code itself. What
/// comes back is wiped first.
/// </summary>
internal static unsafe class HmacMemory<TDigest>
    where TDigest : struct, IDigest
{
    private const int Kept = 16;

    private static readonly Memory?[] Pool = new Memory?[Kept];

    public static Memory Rent()
    {
        foreach (ref Memory? slot in Pool.AsSpan())
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } memory)
            {
                return memory;
            }
        }
        return new Memory();
    }

    public static void Return(Memory memory)
    {
        memory.States.Clear();
        foreach (ref Memory? slot in Pool.AsSpan())
        {
            if (slot is null && Interlocked.CompareExchange(ref slot, memory, null) is null)
            {
                return;
            }
        }
    }

    public struct HmacStates
    {
        public HmacKeyState<TDigest> Key;
        public DigestState Working;

        public void Clear()
        {
            Key.Clear();
            Working.Clear();
        }
    }

    public sealed class Memory
    {
        private readonly HmacStates[] _states = GC.AllocateArray<HmacStates>(1, pinned: true);

        public ref HmacStates States => ref _states[0];
    }
}
