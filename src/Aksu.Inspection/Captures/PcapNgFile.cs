using System.Buffers.Binary;
using Aksu.Inspection.Texts;

namespace Aksu.Inspection.Captures;

/// <summary>The format of Wireshark (draft-ietf-opsawg-pcapng): blocks, of which those with packets and interfaces are read.</summary>
internal sealed class PcapNgFile
{
    private const uint SectionHeader = 0x0a0d0d0a;
    private const uint InterfaceDescription = 1;
    private const uint SimplePacket = 3;
    private const uint EnhancedPacket = 6;
    private const uint Magic = 0x1a2b3c4d;
    private const int MinBlock = 12;
    private const ushort TimeResolution = 9;
    private const int MaxResolutionExponent = 18;

    private readonly List<Interface> _interfaces = [];
    private readonly List<Packet> _packets = [];
    private ByteOrderReader _order;

    private PcapNgFile()
    {
    }

    public static bool Is(ReadOnlySpan<byte> file) => file.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(file) == SectionHeader;

    /// <exception cref="UnreadableInputException">The file is malformed.</exception>
    public static List<Packet> Read(ReadOnlyMemory<byte> file)
    {
        var reader = new PcapNgFile();
        for (int at = 0; file.Length - at >= MinBlock;)
        {
            reader.TakeByteOrder(file.Span[at..]);
            uint length = reader._order.UInt32(file.Span[(at + 4)..]);
            if (length < MinBlock || length % 4 != 0)
            {
                throw new UnreadableInputException(InputTexts.PcapNgBlock);
            }

            if (length > file.Length - at)
            {
                break; // A capture that was stopped in the middle of a block.
            }

            reader.TakeBlock(reader._order.UInt32(file.Span[at..]), file.Slice(at + 8, (int)length - MinBlock));
            at += (int)length;
        }

        return reader._packets;
    }

    private void TakeByteOrder(ReadOnlySpan<byte> block)
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(block) != SectionHeader)
        {
            return;
        }

        bool isBig = BinaryPrimitives.ReadUInt32BigEndian(block[8..]) == Magic;
        if (!isBig && BinaryPrimitives.ReadUInt32LittleEndian(block[8..]) != Magic)
        {
            throw new UnreadableInputException(InputTexts.PcapNgOrder);
        }

        _order = new ByteOrderReader(!isBig);
        _interfaces.Clear();
    }

    private void TakeBlock(uint type, ReadOnlyMemory<byte> body)
    {
        switch (type)
        {
            case InterfaceDescription when body.Length >= 8:
                if (_interfaces.Count == CaptureLimits.MaxInterfaces)
                {
                    throw new UnreadableInputException(InputTexts.PcapNgInterfaces);
                }

                _interfaces.Add(new Interface(_order.UInt16(body.Span), TicksPerUnit(body.Span[8..])));
                break;
            case EnhancedPacket when body.Length >= 20:
                uint index = _order.UInt32(body.Span);
                ulong time = ((ulong)_order.UInt32(body.Span[4..]) << 32) | _order.UInt32(body.Span[8..]);
                Add(index, time, body[20..], _order.UInt32(body.Span[12..]));
                break;
            case SimplePacket when body.Length >= 4:
                Add(0, 0, body[4..], Math.Min(_order.UInt32(body.Span), (uint)body.Length - 4));
                break;
        }
    }

    private void Add(uint index, ulong time, ReadOnlyMemory<byte> data, uint length)
    {
        bool isTooMuch = length > CaptureLimits.MaxPacket || _packets.Count == CaptureLimits.MaxPackets;
        if (index >= _interfaces.Count || length > data.Length || isTooMuch)
        {
            throw new UnreadableInputException(InputTexts.PcapNgDamaged);
        }

        Interface from = _interfaces[(int)index];
        double ticks = time * from.TicksPerUnit;
        DateTimeOffset moment = ticks < DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks
            ? DateTimeOffset.UnixEpoch.AddTicks((long)ticks)
            : DateTimeOffset.UnixEpoch;
        _packets.Add(new Packet(from.LinkType, moment, data[..(int)length]));
    }

    /// <summary>How fine the clock is: microseconds unless an option says otherwise.</summary>
    private double TicksPerUnit(ReadOnlySpan<byte> options)
    {
        const double TicksPerSecond = TimeSpan.TicksPerSecond;
        while (options.Length >= 4)
        {
            ushort code = _order.UInt16(options);
            int length = _order.UInt16(options[2..]);
            if (code == 0 || length > options.Length - 4)
            {
                break;
            }

            if (code == TimeResolution && length == 1)
            {
                byte resolution = options[4];
                int exponent = Math.Min(resolution & 0x7f, MaxResolutionExponent);
                return TicksPerSecond / Math.Pow((resolution & 0x80) != 0 ? 2 : 10, exponent);
            }

            options = options[Math.Min(options.Length, 4 + ((length + 3) & ~3))..];
        }

        return TicksPerSecond / 1_000_000;
    }

    private readonly record struct Interface(int LinkType, double TicksPerUnit);
}
