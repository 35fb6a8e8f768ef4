using System.Buffers.Binary;
using System.Net;

namespace Aksu.Inspection.Captures;

/// <summary>A TCP segment, taken out of a packet.</summary>
internal sealed record TcpSegment(IPEndPoint From, IPEndPoint To, uint Sequence, bool IsSyn, bool IsAck, ReadOnlyMemory<byte> Data)
{
    private const int Null = 0;
    private const int Ethernet = 1;
    private const int RawIp = 101;
    private const int OpenBsdLoop = 108;
    private const int LinuxCooked = 113;
    private const int RawIpv4 = 228;
    private const int RawIpv6 = 229;
    private const int LinuxCooked2 = 276;
    private const ushort Ipv4Type = 0x0800;
    private const ushort Ipv6Type = 0x86dd;
    private const ushort VlanType = 0x8100;
    private const ushort ProviderVlanType = 0x88a8;
    private const int Tcp = 6;

    /// <summary>The segment in a packet; null when there is none, or it was captured in part.</summary>
    public static TcpSegment? Find(Packet packet) => packet.LinkType switch
    {
        Ethernet => FromEthernet(packet.Bytes),
        Null or OpenBsdLoop => packet.Bytes.Length > 4 ? FromIp(packet.Bytes[4..]) : null,
        LinuxCooked => packet.Bytes.Length > 16 ? FromIp(packet.Bytes[16..]) : null,
        LinuxCooked2 => packet.Bytes.Length > 20 ? FromIp(packet.Bytes[20..]) : null,
        RawIp or RawIpv4 or RawIpv6 => FromIp(packet.Bytes),
        _ => null,
    };

    /// <summary>Whether packets of that link are understood.</summary>
    public static bool Understands(int linkType) =>
        linkType is Null or Ethernet or RawIp or OpenBsdLoop or LinuxCooked or RawIpv4 or RawIpv6 or LinuxCooked2;

    private static TcpSegment? FromEthernet(ReadOnlyMemory<byte> frame)
    {
        const int AddressesLength = 12;
        const int TagLength = 4;
        int at = AddressesLength;
        while (frame.Length >= at + 2)
        {
            ushort type = BinaryPrimitives.ReadUInt16BigEndian(frame.Span[at..]);
            if (type is VlanType or ProviderVlanType)
            {
                at += TagLength;
                continue;
            }

            return type is Ipv4Type or Ipv6Type ? FromIp(frame[(at + 2)..]) : null;
        }

        return null;
    }

    private static TcpSegment? FromIp(ReadOnlyMemory<byte> packet) => packet.Length == 0 ? null : (packet.Span[0] >> 4) switch
    {
        4 => FromIpv4(packet),
        6 => FromIpv6(packet),
        _ => null,
    };

    private static TcpSegment? FromIpv4(ReadOnlyMemory<byte> packet)
    {
        const int MinHeader = 20;
        ReadOnlySpan<byte> span = packet.Span;
        if (span.Length < MinHeader)
        {
            return null;
        }

        int header = (span[0] & 0xf) * 4;
        int total = BinaryPrimitives.ReadUInt16BigEndian(span[2..]);
        bool isFragment = (BinaryPrimitives.ReadUInt16BigEndian(span[6..]) & 0x3fff) != 0;

        // A length of zero: the network card was to cut the packet, and it was captured before.
        total = total == 0 ? packet.Length : total;
        return header < MinHeader || total < header || total > packet.Length || isFragment || span[9] != Tcp
            ? null
            : FromTcp(new IPAddress(span.Slice(12, 4)), new IPAddress(span.Slice(16, 4)), packet[header..total]);
    }

    private static TcpSegment? FromIpv6(ReadOnlyMemory<byte> packet)
    {
        const int Header = 40;
        ReadOnlySpan<byte> span = packet.Span;
        if (span.Length < Header)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(span[4..]);
        length = length == 0 ? packet.Length - Header : length;
        int at = Header;
        int end = Math.Min(packet.Length, Header + length);
        byte next = span[6];
        while (next is 0 or 43 or 60 && end - at >= 8)
        {
            next = span[at];
            at += (span[at + 1] + 1) * 8;
        }

        return next != Tcp || at > end || Header + length > packet.Length
            ? null
            : FromTcp(new IPAddress(span.Slice(8, 16)), new IPAddress(span.Slice(24, 16)), packet[at..end]);
    }

    private static TcpSegment? FromTcp(IPAddress from, IPAddress to, ReadOnlyMemory<byte> segment)
    {
        const int MinHeader = 20;
        const byte Syn = 0x02;
        const byte Ack = 0x10;
        ReadOnlySpan<byte> span = segment.Span;
        if (span.Length < MinHeader)
        {
            return null;
        }

        int header = (span[12] >> 4) * 4;
        return header < MinHeader || header > span.Length
            ? null
            : new TcpSegment(
                new IPEndPoint(from, BinaryPrimitives.ReadUInt16BigEndian(span)),
                new IPEndPoint(to, BinaryPrimitives.ReadUInt16BigEndian(span[2..])),
                BinaryPrimitives.ReadUInt32BigEndian(span[4..]),
                (span[13] & Syn) != 0,
                (span[13] & Ack) != 0,
                segment[header..]);
    }
}
