using System.Buffers.Binary;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Wire;

/// <summary>The five bytes in front of every record (RFC 9846 §5.1).</summary>
internal readonly record struct RecordHeader(ContentType Type, ProtocolVersion LegacyVersion, int Length)
{
    public const int Size = 5;

    public static RecordHeader Read(ReadOnlySpan<byte> source) => new(
        new ContentType(source[0]),
        new ProtocolVersion(BinaryPrimitives.ReadUInt16BigEndian(source[1..])),
        BinaryPrimitives.ReadUInt16BigEndian(source[3..]));

    public void Write(Span<byte> destination)
    {
        destination[0] = Type.Value;
        BinaryPrimitives.WriteUInt16BigEndian(destination[1..], LegacyVersion.Value);
        BinaryPrimitives.WriteUInt16BigEndian(destination[3..], checked((ushort)Length));
    }
}
