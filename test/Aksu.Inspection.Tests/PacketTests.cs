using Aksu.Inspection.Captures;
using Aksu.Inspection.Tests.Support;

namespace Aksu.Inspection.Tests;

public sealed class PacketTests
{
    private const int Ethernet = 1;

    public static TheoryData<int, string> Links => new()
    {
        { 1, "ethernet" }, { 0, "null" }, { 101, "raw" }, { 113, "cooked" }, { 276, "cooked version 2" }, { 228, "raw IPv4" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public void Reads_every_link_type_in_both_formats_and_byte_orders(int linkType, string name)
    {
        Assert.NotEmpty(name);
        byte[][] packets = [.. PacketFile.Packets("tls13").Select(packet => Wrapped(packet, linkType))];
        ExpectSame(PacketFile.Pcap(linkType, packets));
        ExpectSame(PacketFile.Pcap(linkType, packets, isBigEndian: true));
        ExpectSame(PacketFile.PcapNg(linkType, packets));
    }

    [Fact]
    public void Puts_packets_in_order_and_drops_what_comes_twice()
    {
        List<byte[]> packets = [.. PacketFile.Packets("tls13").Select(static packet => packet.Bytes.ToArray())];
        var disordered = new List<byte[]>(packets[..4]);
        for (int at = 4; at + 1 < packets.Count; at += 2)
        {
            disordered.Add(packets[at + 1]);
            disordered.Add(packets[at]);
            disordered.Add(packets[at + 1]);
        }

        disordered.AddRange(packets[(packets.Count & ~1)..]);
        TracedConnection expected = SampleCapture.Decode("tls13");
        TracedConnection found = Decode(PacketFile.Pcap(Ethernet, disordered));
        Assert.Equal(
            expected.Steps.Where(static step => step.Sender == Tls.Engine.Errors.TlsSide.Server).Select(static step => step.Name),
            found.Steps.Where(static step => step.Sender == Tls.Engine.Errors.TlsSide.Server).Select(static step => step.Name));
    }

    [Fact]
    public void A_capture_cut_off_anywhere_ends_in_one_clear_error_or_in_what_was_there()
    {
        byte[] whole = SampleCapture.Bytes("tls13");
        for (int length = 1; length < whole.Length; length += 7)
        {
            ExpectBounded(whole[..length]);
        }
    }

    [Fact]
    public void A_damaged_capture_never_ends_in_anything_but_one_clear_error()
    {
        byte[] whole = SampleCapture.Bytes("tls12-ecdhe");
        var random = new Random(20261123);
        for (int round = 0; round < 400; round++)
        {
            byte[] damaged = [.. whole];
            for (int flips = random.Next(1, 6); flips > 0; flips--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            ExpectBounded(damaged);
        }
    }

    [Fact]
    public void A_packet_longer_than_the_limit_is_refused()
    {
        byte[] file = PacketFile.Pcap(Ethernet, [new byte[CaptureLimits.MaxPacket + 1]]);
        Assert.Throws<UnreadableInputException>(() => Inspector.Read(file, "test", new TraceOptions()));
        byte[] longest = PacketFile.Pcap(Ethernet, [new byte[CaptureLimits.MaxPacket]]);
        UnreadableInputException e = Assert.Throws<UnreadableInputException>(() => Inspector.Read(longest, "test", new TraceOptions()));
        Assert.Contains("no TCP connection", e.Message, StringComparison.Ordinal);
    }

    private static byte[] Wrapped(Packet packet, int linkType)
    {
        byte[] ip = PacketFile.Ip(packet);
        return linkType switch
        {
            0 => [2, 0, 0, 0, .. ip],
            113 => [.. new byte[14], 8, 0, .. ip],
            276 => [8, 0, .. new byte[18], .. ip],
            101 or 228 => ip,
            _ => packet.Bytes.ToArray(),
        };
    }

    private static TracedConnection Decode(byte[] file)
    {
        using KeyLogs.KeyLogBook keys = SampleCapture.Keys("tls13");
        return Inspector.Read(file, "test", new TraceOptions { Keys = keys }).Connections.Single();
    }

    private static void ExpectSame(byte[] file) =>
        Assert.Equal(
            SampleCapture.Decode("tls13").Steps.Select(static step => step.Name), Decode(file).Steps.Select(static step => step.Name));

    private static void ExpectBounded(byte[] file)
    {
        try
        {
            using KeyLogs.KeyLogBook keys = SampleCapture.Keys("tls12-ecdhe");
            Inspector.Read(file, "test", new TraceOptions { Keys = keys });
        }
        catch (UnreadableInputException e)
        {
            Assert.NotEmpty(e.Message);
        }
    }
}
