using System.Buffers.Binary;
using Aksu.Inspection.Captures;

namespace Aksu.Inspection.Tests.Support;

/// <summary>Writes capture files of the forms that tcpdump and Wireshark write.</summary>
internal static class PacketFile
{
    private const int EthernetHeader = 14;

    /// <summary>The packets of a committed capture, which are Ethernet frames.</summary>
    public static List<Packet> Packets(string name) => PcapFile.Read(SampleCapture.Bytes(name));

    /// <summary>The IP packet in an Ethernet frame.</summary>
    public static byte[] Ip(Packet packet) => packet.Bytes[EthernetHeader..].ToArray();

    public static byte[] Pcap(int linkType, IEnumerable<byte[]> packets, bool isBigEndian = false)
    {
        var file = new List<byte>();
        void U32(uint value)
        {
            Span<byte> bytes = stackalloc byte[4];
            if (isBigEndian)
            {
                BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
            }

            file.AddRange(bytes);
        }

        U32(0xa1b2c3d4);
        U32(isBigEndian ? 0x00020004u : 0x00040002u);
        U32(0);
        U32(0);
        U32(65535);
        U32((uint)linkType);
        uint time = 0;
        foreach (byte[] packet in packets)
        {
            U32(1_700_000_000);
            U32(++time);
            U32((uint)packet.Length);
            U32((uint)packet.Length);
            file.AddRange(packet);
        }

        return [.. file];
    }

    public static byte[] PcapNg(int linkType, IEnumerable<byte[]> packets)
    {
        var file = new List<byte>();
        void Block(uint type, byte[] body)
        {
            byte[] block = new byte[12 + ((body.Length + 3) & ~3)];
            BinaryPrimitives.WriteUInt32LittleEndian(block, type);
            BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(4), block.Length);
            body.CopyTo(block, 8);
            BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(block.Length - 4), block.Length);
            file.AddRange(block);
        }

        Block(0x0a0d0d0a, [0x4d, 0x3c, 0x2b, 0x1a, 1, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255]);
        Block(1, [(byte)linkType, (byte)(linkType >> 8), 0, 0, 0, 0, 0, 0]);
        foreach (byte[] packet in packets)
        {
            byte[] body = new byte[20 + packet.Length];
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(12), packet.Length);
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(16), packet.Length);
            packet.CopyTo(body, 20);
            Block(6, body);
        }

        return [.. file];
    }
}
