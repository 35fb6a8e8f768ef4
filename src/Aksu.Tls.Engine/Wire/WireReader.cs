using System.Buffers.Binary;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Tls.Engine.Wire;

/// <summary>
/// Reads the presentation language of RFC 9846 §3 from memory. Every read is checked; what does not fit ends in decode_error that names
/// the structure being read. Slices share the source's memory and live as long as it does.
/// </summary>
internal ref struct WireReader
{
    private readonly ReadOnlyMemory<byte> _memory;
    private readonly ReadOnlySpan<byte> _span;
    private readonly string _structure;
    private int _offset;

    public WireReader(ReadOnlyMemory<byte> source, string structure)
    {
        _memory = source;
        _span = source.Span;
        _structure = structure;
    }

    public readonly int Remaining => _span.Length - _offset;

    public readonly bool IsAtEnd => _offset == _span.Length;

    /// <summary>What was not read yet; a structure that a signature covers is a slice of it.</summary>
    public readonly ReadOnlyMemory<byte> Unread => _memory[_offset..];

    public byte ReadUInt8() => _span[Advance(1)];

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16BigEndian(_span[Advance(2)..]);

    public int ReadUInt24()
    {
        int at = Advance(3);
        return (_span[at] << 16) | (_span[at + 1] << 8) | _span[at + 2];
    }

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32BigEndian(_span[Advance(4)..]);

    public ReadOnlyMemory<byte> ReadBytes(int length) => _memory.Slice(Advance(length), length);

    public ReadOnlyMemory<byte> ReadRest() => ReadBytes(Remaining);

    /// <summary>A vector with a one-byte length, which must lie between the given bounds.</summary>
    public ReadOnlyMemory<byte> ReadVector8(int min = 0, int max = 0xff) => ReadBounded(ReadUInt8(), min, max);

    /// <summary>A vector with a two-byte length, which must lie between the given bounds.</summary>
    public ReadOnlyMemory<byte> ReadVector16(int min = 0, int max = 0xffff) => ReadBounded(ReadUInt16(), min, max);

    /// <summary>A vector with a three-byte length, which must lie between the given bounds.</summary>
    public ReadOnlyMemory<byte> ReadVector24(int min = 0, int max = 0xffffff) => ReadBounded(ReadUInt24(), min, max);

    /// <summary>A reader over a nested vector, so that its elements cannot reach past it.</summary>
    public WireReader Nested16(int min = 0, int max = 0xffff) => new(ReadVector16(min, max), _structure);

    /// <inheritdoc cref="Nested16"/>
    public WireReader Nested8(int min = 0, int max = 0xff) => new(ReadVector8(min, max), _structure);

    /// <inheritdoc cref="Nested16"/>
    public WireReader Nested24(int min = 0, int max = 0xffffff) => new(ReadVector24(min, max), _structure);

    /// <summary>Refuses bytes left over after the structure (RFC 9846 §6.2: a message of wrong length is a decode_error).</summary>
    public readonly void ExpectEnd()
    {
        if (!IsAtEnd)
        {
            throw Fault.TrailingBytes(_structure);
        }
    }

    private ReadOnlyMemory<byte> ReadBounded(int length, int min, int max) =>
        length < min || length > max ? throw Fault.LengthOutOfRange(_structure) : ReadBytes(length);

    private int Advance(int count)
    {
        int at = _offset;
        if (count > _span.Length - at)
        {
            throw Fault.Truncated(_structure);
        }

        _offset = at + count;
        return at;
    }
}
