using System.Buffers;

namespace Aksu.Bench.Transport;

/// <summary>What one engine wrote and the other has not read yet. Its memory is kept for the next connection.</summary>
internal sealed class ByteQueue : IBufferWriter<byte>
{
    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;

    public Span<byte> Waiting => _buffer.AsSpan(_start, _end - _start);

    public void Consume(int count)
    {
        _start += count;
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    public void Clear() => _start = _end = 0;

    public void Advance(int count) => _end += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _buffer.AsMemory(_end);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _buffer.AsSpan(_end);
    }

    private void MakeRoom(int sizeHint)
    {
        if (_buffer.Length - _end < Math.Max(sizeHint, 1))
        {
            byte[] target = new byte[Math.Max(_buffer.Length * 2, _end - _start + sizeHint)];
            Waiting.CopyTo(target);
            _end -= _start;
            _start = 0;
            _buffer = target;
        }
    }
}
