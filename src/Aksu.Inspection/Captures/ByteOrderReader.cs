using System.Buffers.Binary;

namespace Aksu.Inspection.Captures;

/// <summary>Numbers in the byte order of the machine that wrote a capture.</summary>
internal readonly record struct ByteOrderReader(bool IsLittleEndian)
{
    public ushort UInt16(ReadOnlySpan<byte> source) => IsLittleEndian
        ? BinaryPrimitives.ReadUInt16LittleEndian(source)
        : BinaryPrimitives.ReadUInt16BigEndian(source);

    public uint UInt32(ReadOnlySpan<byte> source) => IsLittleEndian
        ? BinaryPrimitives.ReadUInt32LittleEndian(source)
        : BinaryPrimitives.ReadUInt32BigEndian(source);
}
