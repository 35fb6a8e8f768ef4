using System.Text.RegularExpressions;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>Lines for those who decrypt captures (RFC 9850).</summary>
public sealed partial class KeyLogTests
{
    private static readonly string[] Labels =
    [
        "CLIENT_HANDSHAKE_TRAFFIC_SECRET", "SERVER_HANDSHAKE_TRAFFIC_SECRET", "CLIENT_TRAFFIC_SECRET_0", "SERVER_TRAFFIC_SECRET_0",
        "EXPORTER_SECRET",
    ];

    [Theory]
    [InlineData(0x1301, 64)]
    [InlineData(0x1302, 96)]
    public void Both_sides_write_the_same_lines(int suite, int secretDigits)
    {
        var client = new CollectedKeyLog();
        var server = new CollectedKeyLog();
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Shake.Client with { CipherSuites = [new CipherSuite((ushort)suite)], DangerousKeyLog = client, Observer = events },
            Shake.Server with { DangerousKeyLog = server });

        string random = Convert.ToHexStringLower(Hello.Client(events.Last(TlsDirection.Sent, HandshakeType.ClientHello)).Random.Span);
        Assert.Equal(Labels, client.Lines.Select(line => line.Split(' ')[0]));
        Assert.Equal(client.Lines.Order(), server.Lines.Order());
        Assert.All(client.Lines, line =>
        {
            Assert.Matches(Line(), line);
            Assert.Equal(random, line.Split(' ')[1]);
            Assert.Equal(secretDigits, line.Split(' ')[2].Length);
        });
    }

    [Fact]
    public void The_secrets_open_the_records()
    {
        var log = new CollectedKeyLog();
        using EnginePair pair = Shake.Hands(Shake.Client with { DangerousKeyLog = log });
        int before = pair.Flights.Count;
        pair.Client.Send("secret words"u8);
        pair.Pump();

        WireRecord record = Assert.Single(WireRecord.Split(pair.Flights[before].Bytes));
        using var reader = new TrafficReader(CipherSuite.Aes128GcmSha256, Convert.FromHexString(log.Secret("CLIENT_TRAFFIC_SECRET_0")));
        (ContentType type, byte[] content) = reader.Open(record);
        Assert.Equal((ContentType.ApplicationData, "secret words"), (type, System.Text.Encoding.ASCII.GetString(content)));
    }

    [GeneratedRegex("^[A-Z_0]+ [0-9a-f]{64} [0-9a-f]+$")]
    private static partial Regex Line();
}
