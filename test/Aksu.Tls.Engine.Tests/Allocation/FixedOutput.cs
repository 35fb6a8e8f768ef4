using System.Buffers;

namespace Aksu.Tls.Engine.Tests.Allocation;

/// <summary>An output that never grows, and so never allocates.</summary>
internal sealed class FixedOutput(int capacity) : IBufferWriter<byte>
{
    private readonly byte[] _memory = new byte[capacity];
    private int _length;

    public Span<byte> Written => _memory.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Drops what was read.</summary>
    public void Keep(int from)
    {
        Written[from..].CopyTo(_memory);
        _length -= from;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => _memory.AsMemory(_length);

    public Span<byte> GetSpan(int sizeHint = 0) => _memory.AsSpan(_length);
}
