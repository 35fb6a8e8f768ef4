using System.Buffers;

namespace Aksu.Tls.Transport;

/// <summary>
/// Bytes from the transport that the engine has not consumed yet. It rents memory when bytes are about to come and gives it back when
/// they are used up, so that an idle connection holds none. One thread at a time.
/// </summary>
internal sealed class InputBuffer
{
    /// <summary>Room for one record of full length (RFC 5246 §6.2.3 allows the most: 5 + 2^14 + 2048 bytes).</summary>
    private const int OneRecord = 5 + (1 << 14) + 2048;

    private const int SmallSize = 32 * 1024;

    /// <summary>
    /// While the transport fills whatever it is given, several records are taken by one read; still below the large object heap.
    /// </summary>
    private const int LargeSize = 64 * 1024;

    private byte[]? _array;
    private int _start;
    private int _end;
    private bool _wasFilled;

    public bool IsEmpty => _start == _end;

    /// <summary>Whether memory is held.</summary>
    public bool IsRented => _array is not null;

    /// <summary>What was received and not consumed.</summary>
    public Span<byte> Unread => _array.AsSpan(_start, _end - _start);

    /// <summary>Where <see cref="Unread"/> begins in the memory that <see cref="Slice"/> reads from.</summary>
    public int Position => _start;

    public ReadOnlySpan<byte> Slice(int position, int length) => _array.AsSpan(position, length);

    public void Consume(int count)
    {
        if ((uint)count > (uint)(_end - _start))
        {
            throw new ArgumentOutOfRangeException(nameof(count));
        }

        _start += count;
    }

    /// <summary>
    /// Memory for the next read, with room for the rest of a record. What was sliced before is not valid any more, for the bytes may move.
    /// </summary>
    public Memory<byte> FreeSpace()
    {
        int size = _wasFilled ? LargeSize : SmallSize;
        if (_array is null)
        {
            _array = ArrayPool<byte>.Shared.Rent(size);
            _start = _end = 0;
        }
        else if (_array.Length - _start < OneRecord || (_array.Length < size && _start > 0))
        {
            MoveToFront(size);
        }

        return _array.AsMemory(_end);
    }

    /// <summary>Adds what a read put into <see cref="FreeSpace"/>.</summary>
    public void Commit(int count)
    {
        int room = (_array?.Length ?? 0) - _end;
        if ((uint)count > (uint)room)
        {
            throw new IOException("The transport says that it read more bytes than it was asked for.");
        }

        _end += count;
        _wasFilled = count == room;
    }

    /// <summary>Gives the memory back when nothing is in it.</summary>
    public void ReleaseIfEmpty()
    {
        if (IsEmpty && _array is { } array)
        {
            _array = null;
            _start = _end = 0;
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    /// <summary>Gives the memory back when nothing is in it and nobody reads from what was consumed.</summary>
    public void ReleaseIfEmptyUnless(bool isRead)
    {
        if (!isRead)
        {
            ReleaseIfEmpty();
        }
    }

    /// <summary>Gives the memory back and forgets what is in it.</summary>
    public void Release()
    {
        _start = _end;
        ReleaseIfEmpty();
    }

    /// <summary>
    /// A read failed: if nothing is kept in the memory it is left to the collector, for a careless transport may still write into it.
    /// </summary>
    public void AbandonIfEmpty()
    {
        if (IsEmpty)
        {
            _array = null;
            _start = _end = 0;
        }
    }

    private void MoveToFront(int size)
    {
        byte[] old = _array!;
        int length = _end - _start;
        byte[] target = old.Length < size ? ArrayPool<byte>.Shared.Rent(size) : old;
        Buffer.BlockCopy(old, _start, target, 0, length);
        _array = target;
        _start = 0;
        _end = length;
        if (!ReferenceEquals(target, old))
        {
            ArrayPool<byte>.Shared.Return(old);
        }
    }
}
