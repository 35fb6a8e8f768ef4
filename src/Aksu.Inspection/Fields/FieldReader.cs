using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Fields;

/// <summary>
/// Reads a message and knows at which byte of it it stands. Every read is checked; what does not fit ends in
/// <see cref="MalformedFieldException"/>, which the structure being read turns into a field that says so.
/// </summary>
internal sealed class FieldReader
{
    private readonly ReadOnlyMemory<byte> _message;
    private readonly int _end;

    public FieldReader(ReadOnlyMemory<byte> message)
        : this(message, 0, message.Length)
    {
    }

    private FieldReader(ReadOnlyMemory<byte> message, int start, int end)
    {
        _message = message;
        Position = start;
        _end = end;
    }

    /// <summary>Bytes from the beginning of the message.</summary>
    public int Position { get; private set; }

    public int Remaining => _end - Position;

    public ReadOnlyMemory<byte> Take(int length)
    {
        if (length > Remaining)
        {
            throw new MalformedFieldException(FieldTexts.TooShort.With(FieldText.Bytes(length), FieldText.Bytes(Remaining)));
        }

        ReadOnlyMemory<byte> bytes = _message.Slice(Position, length);
        Position += length;
        return bytes;
    }

    /// <summary>An unsigned number of one to eight bytes, most significant first.</summary>
    public ulong Number(int width)
    {
        ulong value = 0;
        foreach (byte octet in Take(width).Span)
        {
            value = (value << 8) | octet;
        }

        return value;
    }

    /// <summary>A reader over the next bytes, which this one passes over; offsets stay those of the message.</summary>
    public FieldReader Within(int length)
    {
        int start = Position;
        Take(length);
        return new FieldReader(_message, start, start + length);
    }

    /// <summary>What the given field holds.</summary>
    public ReadOnlyMemory<byte> BytesOf(Field field) => _message.Slice(field.Offset, field.Length);
}
