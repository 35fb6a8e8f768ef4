using System.Buffers.Binary;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Captures;

/// <summary>The classic format of tcpdump: a header, then packets, each behind its time and length.</summary>
internal static class PcapFile
{
    private const int HeaderLength = 24;
    private const int PacketHeaderLength = 16;
    private const uint Microseconds = 0xa1b2c3d4;
    private const uint Nanoseconds = 0xa1b23c4d;
    private const long TicksPerMicrosecond = 10;
    private const long NanosecondsPerTick = 100;

    public static bool Is(ReadOnlySpan<byte> file) => file.Length >= 4 && OrderOf(file, out _) is not null;

    /// <exception cref="UnreadableInputException">The file is cut off or malformed.</exception>
    public static List<Packet> Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < HeaderLength || OrderOf(file.Span, out bool hasNanoseconds) is not { } order)
        {
            throw new UnreadableInputException(InputTexts.PcapHeader);
        }

        // The upper bits say how long a frame check sequence is; none of these links has one.
        int linkType = (int)(order.UInt32(file.Span[20..]) & 0xffff);
        var packets = new List<Packet>();
        for (int at = HeaderLength; at < file.Length;)
        {
            if (file.Length - at < PacketHeaderLength)
            {
                break;
            }

            ReadOnlySpan<byte> header = file.Span[at..];
            uint length = order.UInt32(header[8..]);
            at += PacketHeaderLength;
            if (length > CaptureLimits.MaxPacket || packets.Count == CaptureLimits.MaxPackets)
            {
                throw new UnreadableInputException(InputTexts.PcapDamaged);
            }

            if (length > file.Length - at)
            {
                break; // A capture that was stopped in the middle of a packet.
            }

            long fraction = order.UInt32(header[4..]);
            long ticks = hasNanoseconds ? fraction / NanosecondsPerTick : fraction * TicksPerMicrosecond;
            DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(order.UInt32(header)).AddTicks(ticks);
            packets.Add(new Packet(linkType, time, file.Slice(at, (int)length)));
            at += (int)length;
        }

        return packets;
    }

    private static ByteOrderReader? OrderOf(ReadOnlySpan<byte> file, out bool hasNanoseconds)
    {
        uint big = BinaryPrimitives.ReadUInt32BigEndian(file);
        uint little = BinaryPrimitives.ReadUInt32LittleEndian(file);
        hasNanoseconds = big == Nanoseconds || little == Nanoseconds;
        if (big is Microseconds or Nanoseconds)
        {
            return new ByteOrderReader(false);
        }

        return little is Microseconds or Nanoseconds ? new ByteOrderReader(true) : null;
    }
}
