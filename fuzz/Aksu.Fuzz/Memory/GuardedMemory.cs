using System.Buffers;
using System.Runtime.InteropServices;

namespace Aksu.Fuzz.Memory;

/// <summary>
/// A copy of some bytes that ends where a page begins which may not be touched: native code and unsafe blocks that read past the end end
/// the process at once. On systems without mmap it is an ordinary copy.
/// </summary>
internal sealed unsafe partial class GuardedMemory : MemoryManager<byte>
{
    private const int ReadAndWrite = 3;
    private const int NoAccess = 0;
    private const int PrivateAndAnonymous = 0x22;

    private readonly int _length;
    private readonly byte[]? _ordinary;
    private readonly nuint _size;
    private byte* _pages;
    private readonly byte* _start;

    public GuardedMemory(ReadOnlySpan<byte> content)
    {
        _length = content.Length;
        if (!OperatingSystem.IsLinux())
        {
            _ordinary = content.ToArray();
            return;
        }

        int page = Environment.SystemPageSize;
        nuint usable = (nuint)((content.Length + page - 1) / page * page);
        _size = usable + (nuint)page;
        _pages = Map(null, _size, ReadAndWrite, PrivateAndAnonymous, -1, 0);
        if (_pages == (byte*)-1 || Protect(_pages + usable, (nuint)page, NoAccess) != 0)
        {
            throw new InvalidOperationException("The system gave no pages for the input.");
        }

        // SAFETY: usable is at least the content's length, and the pages before the guard can be written.
        _start = _pages + usable - content.Length;
        content.CopyTo(new Span<byte>(_start, content.Length));
    }

    public override Span<byte> GetSpan() => _ordinary ?? new Span<byte>(_start, _length);

    // SAFETY: the pages don't move, and live until Dispose.
    public override MemoryHandle Pin(int elementIndex = 0) =>
        _ordinary is null ? new MemoryHandle(_start + elementIndex) : _ordinary.AsMemory(elementIndex).Pin();

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (_pages is not null)
        {
            _ = Unmap(_pages, _size);
            _pages = null;
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial byte* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(void* address, nuint length);
}
