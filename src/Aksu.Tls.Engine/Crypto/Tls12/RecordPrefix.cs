using System.Buffers.Binary;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>
/// What a MAC or an authenticated cipher covers besides the content: number, type, version and length (RFC 5246 §6.2.3.1, §6.2.3.3).
/// </summary>
internal static class RecordPrefix
{
    public const int Size = 8 + 1 + 2 + 2;

    /// <summary>Whether a record's header bears the negotiated version, which is what the sender covered.</summary>
    public static bool IsOf(ProtocolVersion version, ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt16BigEndian(header[1..]) == version.Value;

    /// <param name="destination">Of <see cref="Size"/> bytes.</param>
    /// <param name="sequenceNumber">The record's number.</param>
    /// <param name="type">The content type.</param>
    /// <param name="version">The negotiated version.</param>
    /// <param name="length">The length of what is covered.</param>
    public static void Write(Span<byte> destination, ulong sequenceNumber, byte type, ProtocolVersion version, int length)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, sequenceNumber);
        destination[8] = type;
        BinaryPrimitives.WriteUInt16BigEndian(destination[9..], version.Value);
        BinaryPrimitives.WriteUInt16BigEndian(destination[11..], (ushort)length);
    }
}
