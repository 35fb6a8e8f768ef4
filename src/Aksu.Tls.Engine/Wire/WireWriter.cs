using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Aksu.Tls.Engine.Wire;

/// <summary>
/// Writes the presentation language of RFC 9846 §3 into pooled memory. A vector is a scope that fills in its length when it is disposed
/// of, so that nesting in code is nesting on the wire. The memory is wiped before it goes back to the pool.
/// </summary>
internal sealed class WireWriter : IDisposable
{
    private const int DefaultCapacity = 512;

    private byte[] _buffer;
    private int _length;

    public WireWriter(int capacity = DefaultCapacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length => _length;

    public ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, _length);

    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _length);

    public void WriteUInt8(byte value) => Take(1)[0] = value;

    public void WriteUInt16(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Take(2), value);

    public void WriteUInt24(int value) => PutUInt24(Take(3), value);

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Take(4), value);

    public void WriteUInt64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Take(8), value);

    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>Room for bytes that the caller fills before the next write.</summary>
    public Span<byte> Take(int count)
    {
        if (count > _buffer.Length - _length)
        {
            Grow(count);
        }

        Span<byte> span = _buffer.AsSpan(_length, count);
        _length += count;
        return span;
    }

    /// <summary>Overwrites bytes that were written before (a PSK binder is known only after the rest of its message).</summary>
    public Span<byte> Written(int offset, int count) => _buffer.AsSpan(0, _length).Slice(offset, count);

    /// <summary>Opens a vector with a one-byte length.</summary>
    public Scope Vector8() => new(this, 1);

    /// <summary>Opens a vector with a two-byte length.</summary>
    public Scope Vector16() => new(this, 2);

    /// <summary>Opens a vector with a three-byte length.</summary>
    public Scope Vector24() => new(this, 3);

    /// <summary>Forgets what was written (and wipes it); the memory stays for the next use.</summary>
    public void Clear()
    {
        CryptographicOperations.ZeroMemory(_buffer.AsSpan(0, _length));
        _length = 0;
    }

    /// <summary>Wipes what was written and gives the memory back; the next write takes memory anew.</summary>
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            Clear();
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private static void PutUInt24(Span<byte> destination, int value)
    {
        destination[0] = (byte)(value >> 16);
        destination[1] = (byte)(value >> 8);
        destination[2] = (byte)value;
    }

    private void Grow(int count)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + count, Math.Max(_buffer.Length * 2, DefaultCapacity)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        CryptographicOperations.ZeroMemory(_buffer.AsSpan(0, _length));
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }

    /// <summary>An open vector; disposing it writes the length.</summary>
    public readonly ref struct Scope
    {
        private readonly WireWriter _writer;
        private readonly int _start;
        private readonly int _lengthSize;

        internal Scope(WireWriter writer, int lengthSize)
        {
            _writer = writer;
            _lengthSize = lengthSize;
            writer.Take(lengthSize);
            _start = writer._length;
        }

        public void Dispose()
        {
            int length = _writer._length - _start;
            if (length >= 1 << (8 * _lengthSize))
            {
                throw new InvalidOperationException($"A vector of {length} bytes does not fit a length of {_lengthSize} bytes.");
            }

            Span<byte> field = _writer.Written(_start - _lengthSize, _lengthSize);
            for (int i = 0; i < _lengthSize; i++)
            {
                field[i] = (byte)(length >> (8 * (_lengthSize - 1 - i)));
            }
        }
    }
}
