using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Aksu.Bench.Measuring;

/// <summary>
/// Keeps another process on the processor that this thread runs on, if it is one of the first 64. On a shared machine one processor can be half as fast as the next for
/// minutes, depending on who is beside it: whoever is compared takes turns on one and the same.
/// </summary>
/// <param name="process">The other process. It works only while this thread waits for it.</param>
internal sealed partial class SameProcessor(Process process)
{
    private int _processor = -1;

    /// <summary>Call before each turn: the system may have moved this thread in between.</summary>
    public void Follow()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        int processor = GetProcessor();
        if (processor != _processor && processor is >= 0 and < 64)
        {
            process.ProcessorAffinity = (nint)(1L << processor);
            _processor = processor;
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int GetProcessor();
}
