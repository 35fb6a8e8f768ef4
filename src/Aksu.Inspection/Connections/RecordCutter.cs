using System.Buffers.Binary;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Inspection.Connections;

/// <summary>Cuts what one side says into records.</summary>
internal sealed class RecordCutter
{
    private const int MaxFragment = (1 << 14) + 2048;
    private const byte FirstType = 20;
    private const byte LastType = 26;
    private const byte MajorVersion = 3;

    private byte[] _buffer = [];
    private int _start;
    private int _end;

    /// <summary>Where the next record begins in all that was said.</summary>
    public long Offset { get; private set; }

    /// <summary>What is no whole record yet.</summary>
    public ReadOnlyMemory<byte> Rest => _buffer.AsMemory(_start, _end - _start);

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length - _end < bytes.Length)
        {
            byte[] larger = new byte[Math.Max(2 * (_end - _start), _end - _start + bytes.Length)];
            Rest.Span.CopyTo(larger);
            _end -= _start;
            _start = 0;
            _buffer = larger;
        }

        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <summary>The next whole record, header included; empty when there is none yet.</summary>
    /// <exception cref="InvalidDataException">What stands here is no record.</exception>
    public byte[] Cut()
    {
        ReadOnlySpan<byte> rest = Rest.Span;
        if (rest.Length < RecordHeader.Size)
        {
            return !rest.IsEmpty && rest[0] is < FirstType or > LastType ? throw NoRecord() : [];
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(rest[3..]);
        if (rest[0] is < FirstType or > LastType || rest[1] != MajorVersion || length > MaxFragment)
        {
            throw NoRecord();
        }

        if (rest.Length < RecordHeader.Size + length)
        {
            return [];
        }

        byte[] record = rest[..(RecordHeader.Size + length)].ToArray();
        _start += record.Length;
        Offset += record.Length;
        return record;
    }

    private static InvalidDataException NoRecord() => new("no TLS record begins here");
}
