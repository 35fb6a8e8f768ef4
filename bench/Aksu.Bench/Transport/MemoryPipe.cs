using System.Buffers;
using System.Threading.Tasks.Sources;

namespace Aksu.Bench.Transport;

/// <summary>
/// Bytes in one direction between two ends on one thread. A reader that waits is continued inside the write, so that no scheduler takes
/// part in what is measured. Memory is held only while bytes are there.
/// </summary>
internal sealed class MemoryPipe : IValueTaskSource<int>
{
    private ManualResetValueTaskSourceCore<int> _waiting;
    private Memory<byte> _destination;
    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private bool _isWaiting;
    private bool _isEnded;
    private bool _isAbandoned;

    /// <summary>All bytes that were ever written.</summary>
    public long Total { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || _isAbandoned)
        {
            return;
        }

        Total += bytes.Length;
        MakeRoom(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
        Wake();
    }

    /// <summary>As new; nobody may use it for the connection before.</summary>
    public void Reopen()
    {
        if (_isWaiting)
        {
            throw new InvalidOperationException("Somebody still waits for the connection before.");
        }

        Release();
        _isEnded = false;
        _isAbandoned = false;
        Total = 0;
    }

    public void End()
    {
        _isEnded = true;
        Wake();
    }

    /// <summary>Nobody reads any more: what waits, and what comes, is dropped.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        Release();
    }

    public ValueTask<int> ReadAsync(Memory<byte> destination)
    {
        if (_start != _end || _isEnded)
        {
            return new ValueTask<int>(Take(destination.Span));
        }

        _waiting.Reset();
        _destination = destination;
        _isWaiting = true;
        return new ValueTask<int>(this, _waiting.Version);
    }

    public int GetResult(short token) => _waiting.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _waiting.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _waiting.OnCompleted(continuation, state, token, flags);

    private void Wake()
    {
        if (_isWaiting)
        {
            _isWaiting = false;
            Memory<byte> destination = _destination;
            _destination = default;
            _waiting.SetResult(Take(destination.Span));
        }
    }

    private int Take(Span<byte> destination)
    {
        int length = Math.Min(destination.Length, _end - _start);
        _buffer.AsSpan(_start, length).CopyTo(destination);
        _start += length;
        if (_start == _end)
        {
            Release();
        }

        return length;
    }

    private void Release()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        _start = _end = 0;
    }

    private void MakeRoom(int count)
    {
        if (_end + count <= _buffer.Length)
        {
            return;
        }

        int waiting = _end - _start;
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(waiting + count, 4096));
        _buffer.AsSpan(_start, waiting).CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
        _start = 0;
        _end = waiting;
    }
}
