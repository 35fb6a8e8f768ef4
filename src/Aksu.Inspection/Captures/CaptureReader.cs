using System.Net;
using Aksu.Inspection.Connections;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Captures;

/// <summary>The TCP connections of a capture file (pcap or pcapng).</summary>
internal static class CaptureReader
{
    public static bool Is(ReadOnlySpan<byte> file) => PcapFile.Is(file) || PcapNgFile.Is(file);

    /// <exception cref="UnreadableInputException">The file is damaged, or holds nothing that is understood.</exception>
    public static List<Conversation> Read(ReadOnlyMemory<byte> file)
    {
        List<Packet> packets = PcapNgFile.Is(file.Span) ? PcapNgFile.Read(file) : PcapFile.Read(file);
        if (packets.Count == 0)
        {
            throw new UnreadableInputException(InputTexts.NoPackets);
        }

        if (packets.All(static packet => !TcpSegment.Understands(packet.LinkType)))
        {
            throw new UnreadableInputException(InputTexts.LinkType.With(packets[0].LinkType));
        }

        return Sort(packets);
    }

    private static List<Conversation> Sort(List<Packet> packets)
    {
        var open = new Dictionary<(IPEndPoint, IPEndPoint), CapturedConnection>();
        var all = new List<CapturedConnection>();
        foreach (Packet packet in packets)
        {
            if (TcpSegment.Find(packet) is not { } segment)
            {
                continue;
            }

            (IPEndPoint, IPEndPoint) key = KeyOf(segment);
            bool isNew = segment.IsSyn && !segment.IsAck;
            if (isNew || !open.TryGetValue(key, out CapturedConnection? connection))
            {
                if (all.Count == CaptureLimits.MaxConnections)
                {
                    continue;
                }

                connection = segment is { IsSyn: true, IsAck: true }
                    ? new CapturedConnection(segment.To, segment.From)
                    : new CapturedConnection(segment.From, segment.To);
                open[key] = connection;
                all.Add(connection);
            }

            connection.Take(segment, packet.Time);
        }

        return [.. all.Select(static connection => connection.ToConversation()).OfType<Conversation>()];
    }

    /// <summary>The same for both directions.</summary>
    private static (IPEndPoint, IPEndPoint) KeyOf(TcpSegment segment)
    {
        int order = segment.From.Port.CompareTo(segment.To.Port);
        order = order != 0 ? order : string.CompareOrdinal(segment.From.Address.ToString(), segment.To.Address.ToString());
        return order <= 0 ? (segment.From, segment.To) : (segment.To, segment.From);
    }
}
