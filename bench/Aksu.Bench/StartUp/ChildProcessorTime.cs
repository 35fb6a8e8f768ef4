using System.Runtime.InteropServices;

namespace Aksu.Bench.StartUp;

/// <summary>What the processes that this one started, and that have ended, took of the processor together.</summary>
internal static unsafe partial class ChildProcessorTime
{
    private const int Children = -1;
    private const int Longs = 18;

    public static TimeSpan Now
    {
        get
        {
            // SAFETY: struct rusage has 144 bytes on 64-bit Linux, and begins with two struct timeval of two longs each.
            long* usage = stackalloc long[Longs];
            return GetResourceUsage(Children, usage) == 0
                ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
                : throw new InvalidOperationException("getrusage failed.");
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, long* usage);
}
