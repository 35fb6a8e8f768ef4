using Aksu.Inspection;
using Aksu.Inspection.KeyLogs;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Views;

namespace Aksu.Fuzz.Targets;

/// <summary>
/// What somebody gives aksu inspect: captures, records, messages and certificates, which are shown as JSON and as a page, and key logs.
/// </summary>
internal static class InspectTarget
{
    public static FuzzTarget Captures { get; } = new("inspect", Run, Seeds);

    public static FuzzTarget KeyLogs { get; } = new("key-logs", RunKeyLog, KeyLogSeeds);

    private static void Run(ReadOnlyMemory<byte> input)
    {
        try
        {
            TlsTrace trace = Inspector.Read(input.ToArray(), "fuzz", new TraceOptions());
            TraceJson.Write(trace, Language.English, Stream.Null);
            _ = TracePage.Create(trace, Language.Korean);
        }
        catch (UnreadableInputException)
        {
        }
    }

    private static void RunKeyLog(ReadOnlyMemory<byte> input)
    {
        try
        {
            KeyLogBook.Parse(System.Text.Encoding.Latin1.GetString(input.Span)).Dispose();
        }
        catch (UnreadableInputException)
        {
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        byte[][] conversations = [.. Enumerable.Range(0, 4).SelectMany(static choice => EngineSeeds.Of((byte)choice))];
        foreach (byte[] records in conversations)
        {
            yield return records;
            yield return Pcap(records);
        }

        yield return System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(conversations[0]));
        yield return "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"u8.ToArray();

        // pcapng: a section, an interface, an empty packet.
        yield return Convert.FromHexString(
            "0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c000000" + "0100000014000000010000000000040014000000"
            + "06000000200000000000000000000000000000000000000000000000" + "20000000");
    }

    /// <summary>A capture of one packet: Ethernet, IPv4, TCP, from port 443.</summary>
    private static byte[] Pcap(byte[] payload)
    {
        byte[] data = payload[..Math.Min(payload.Length, 1400)];
        int total = 40 + data.Length;
        byte[] packet =
        [
            .. new byte[12], 8, 0, 0x45, 0, (byte)(total >> 8), (byte)total, 0, 0, 0, 0, 64, 6, 0, 0, 127, 0, 0, 1, 127, 0, 0, 2,
            1, 0xbb, 0x10, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x18, 0, 1, 0, 0, 0, 0, .. data,
        ];
        byte[] length = BitConverter.GetBytes(packet.Length);
        return
        [
            0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0, .. new byte[8],
            .. length, .. length, .. packet,
        ];
    }

    private static IEnumerable<byte[]> KeyLogSeeds()
    {
        string random = new('a', 64);
        yield return System.Text.Encoding.ASCII.GetBytes($"# keys\nCLIENT_RANDOM {random} {new string('b', 96)}\n");
        yield return System.Text.Encoding.ASCII.GetBytes(
            $"CLIENT_HANDSHAKE_TRAFFIC_SECRET {random} {new string('c', 64)}\r\nSERVER_TRAFFIC_SECRET_0 {random} {new string('d', 64)}\n");
    }
}
