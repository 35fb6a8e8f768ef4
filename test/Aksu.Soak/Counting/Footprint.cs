using Aksu.Cryptography;
using Aksu.Tls.Tests.Support;

namespace Aksu.Soak.Counting;

/// <summary>What a process holds at one moment.</summary>
/// <param name="Memory">Bytes on the heap after a full collection.</param>
/// <param name="Buffers">Rented from pools.</param>
/// <param name="Descriptors">Open files and sockets; 0 where the system does not tell.</param>
/// <param name="Secrets">Secrets that were not wiped; 0 in builds that do not count.</param>
internal sealed record Footprint(long Memory, long Buffers, int Descriptors, long Secrets)
{
    // Room for what the runtime itself keeps: timers, caches, threads.
    private const long MemoryRoom = 4 << 20;
    private const int DescriptorRoom = 4;

    public static Footprint Take(PoolBalance pools)
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return new Footprint(GC.GetTotalMemory(forceFullCollection: true), pools.Outstanding, CountDescriptors(), SecretCount.Living);
    }

    /// <summary>
    /// Fails unless the process comes back to holding what it held here: what a peer broke off ends a moment later on this side.
    /// </summary>
    /// <param name="pools">The count of buffers.</param>
    /// <param name="abandoned">
    /// Buffers that may be missing: where an operation of a transport failed, its buffer is left to the collector on purpose, since the
    /// transport may still touch it.
    /// </param>
    public async Task<Footprint> ExpectBack(PoolBalance pools, int abandoned)
    {
        Footprint now = Take(pools);
        try
        {
            await TestTime.Until(() => IsBack(now = Take(pools), abandoned));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Before: {this}; now: {now}; {abandoned} buffers may be missing.");
        }

        return now;
    }

    private bool IsBack(Footprint now, int abandoned) =>
        now.Secrets <= Secrets
        && now.Descriptors <= Descriptors + DescriptorRoom
        && now.Buffers <= Buffers + abandoned
        && now.Memory <= Memory + MemoryRoom;

    private static int CountDescriptors() =>
        Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;
}
