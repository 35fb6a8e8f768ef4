using System.Buffers.Binary;
using Aksu.Inspection.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Inputs;

/// <summary>Bytes of one side without anything around them: records, or handshake messages.</summary>
internal static class RawBytes
{
    private const int MaxRecord = 1 << 14;

    public static bool IsRecords(ReadOnlySpan<byte> bytes) => bytes is [>= 20 and <= 24, 3, <= 4, _, _, ..];

    public static bool IsMessages(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= HandshakeMessage.HeaderLength
        && bytes[0] is 0 or 1 or 2 or 4 or 5 or 8 or (>= 11 and <= 16) or 20 or 22 or 24 or 25
        && ((bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) <= bytes.Length - HandshakeMessage.HeaderLength;

    public static bool IsDer(ReadOnlySpan<byte> bytes) => bytes is [0x30, >= 0x80, ..] or [0x30, > 0, ..];

    public static Conversation FromRecords(ReadOnlyMemory<byte> bytes)
    {
        const int MessageTypeAt = 5;
        byte first = bytes.Span[0] == ContentType.Handshake.Value && bytes.Length > MessageTypeAt ? bytes.Span[MessageTypeAt] : (byte)0;
        return new Conversation { Chunks = [new Chunk(SenderOf(first), TimeSpan.Zero, bytes)] };
    }

    /// <summary>Puts messages into records, as they would have come.</summary>
    public static Conversation FromMessages(ReadOnlySpan<byte> messages)
    {
        TlsSide sender = SenderOf(messages[0]);
        var records = new List<byte>(messages.Length + 16);
        Span<byte> header = [ContentType.Handshake.Value, 3, 3, 0, 0];
        while (!messages.IsEmpty)
        {
            int length = Math.Min(messages.Length, MaxRecord);
            BinaryPrimitives.WriteUInt16BigEndian(header[3..], (ushort)length);
            records.AddRange(header);
            records.AddRange(messages[..length]);
            messages = messages[length..];
        }

        return new Conversation { Chunks = [new Chunk(sender, TimeSpan.Zero, records.ToArray())] };
    }

    private static TlsSide SenderOf(byte messageType) =>
        messageType == HandshakeType.ClientHello.Value || messageType == HandshakeType.ClientKeyExchange.Value
            ? TlsSide.Client
            : TlsSide.Server;
}
