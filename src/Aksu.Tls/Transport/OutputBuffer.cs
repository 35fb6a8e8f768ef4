using System.Buffers;

namespace Aksu.Tls.Transport;

/// <summary>
/// Where the engine writes sealed records before they go out in one write. Rented for one write, then given back. One thread at a time.
/// </summary>
internal sealed class OutputBuffer : IBufferWriter<byte>
{
    private const int SmallestRent = 512;

    private byte[]? _array;
    private int _length;

    public bool IsEmpty => _length == 0;

    /// <summary>Whether memory is held.</summary>
    public bool IsRented => _array is not null;

    /// <summary>What was written since the last <see cref="Release"/>.</summary>
    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, _length);

    /// <summary>Rents enough for what is about to be written, so that it need not grow.</summary>
    public void Reserve(int capacity)
    {
        if ((_array?.Length ?? 0) - _length < capacity)
        {
            Grow(capacity);
        }
    }

    public void Advance(int count)
    {
        if ((uint)count > (uint)((_array?.Length ?? 0) - _length))
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        _length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _array.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _array.AsSpan(_length);
    }

    /// <summary>Empties the buffer and keeps the memory for more.</summary>
    public void Clear() => _length = 0;

    /// <summary>Gives the memory back; once, even if a write that nobody waits for any more ends at the same time.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref _array, null) is { } array)
        {
            _length = 0;
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    /// <summary>A write failed: the memory is left to the collector, for a careless transport may still read from it.</summary>
    public void Abandon()
    {
        _array = null;
        _length = 0;
    }

    private void Grow(int more)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + more, SmallestRent));
        if (_array is { } array)
        {
            Buffer.BlockCopy(array, 0, larger, 0, _length);
            ArrayPool<byte>.Shared.Return(array);
        }

        _array = larger;
    }
}
