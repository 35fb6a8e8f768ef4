using System.Runtime.InteropServices;

namespace Aksu.Bench.Idle;

/// <summary>What this process holds of memory from malloc; 0 where the C library does not say.</summary>
internal static partial class NativeHeap
{
    public static long HeldBytes
    {
        get
        {
            try
            {
                Information information = mallinfo2();
                return (long)(information.Allocated + information.Mapped);
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
            {
                return 0;
            }
        }
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial Information mallinfo2();

    /// <summary>struct mallinfo2 of glibc: ten sizes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Information
    {
        private readonly nuint _arena;
        private readonly nuint _ordinaryBlocks;
        private readonly nuint _smallBlocks;
        private readonly nuint _mappedBlocks;

        /// <summary>hblkhd: bytes in blocks of their own.</summary>
        public readonly nuint Mapped;

        private readonly nuint _most;
        private readonly nuint _freeSmall;

        /// <summary>uordblks: bytes in use.</summary>
        public readonly nuint Allocated;

        private readonly nuint _free;
        private readonly nuint _releasable;
    }
}
