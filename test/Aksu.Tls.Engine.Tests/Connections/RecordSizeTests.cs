using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Connections;

/// <summary>record_size_limit (RFC 8449), this side's own wish for short records, and padding (RFC 9846 §5.4).</summary>
public sealed class RecordSizeTests
{
    private const int TagAndType = 16 + 1;
    private const byte ApplicationData = 23;

    [Theory]
    [InlineData(64, 16385)]
    [InlineData(16385, 64)]
    [InlineData(64, 64)]
    [InlineData(65, 1000)]
    [InlineData(16384, 16385)]
    public void No_record_is_longer_than_the_other_side_takes(int client, int server)
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with
            {
                RecordSizeLimit = client,
                Identities = [TestIdentity.Of(KeyKind.Rsa)],
                ApplicationProtocols = [new string('p', 200)],
            },
            Shake.Server with
            {
                RecordSizeLimit = server,
                ClientAuthentication = ClientAuthentication.Required,
                ApplicationProtocols = [new string('p', 200)],
            });
        byte[] data = new byte[40_000];
        pair.Client.Send(data);
        pair.Server.Send(data);
        pair.Pump();

        Assert.Equal(data, pair.Client.ReceivedData);
        Assert.Equal(data, pair.Server.ReceivedData);
        Assert.Equal(Math.Min(client, 16385), LongestInner(pair, Sender.Server));
        Assert.Equal(Math.Min(server, 16385), LongestInner(pair, Sender.Client));
    }

    [Theory]
    [InlineData(100, null)]
    [InlineData(null, 100)]
    public void A_limit_that_only_one_side_names_does_not_count(int? client, int? server)
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { RecordSizeLimit = client }, Shake.Server with { RecordSizeLimit = server });
        pair.Client.Send(new byte[20_000]);
        pair.Server.Send(new byte[20_000]);
        pair.Pump();

        Assert.Equal(16385, LongestInner(pair, Sender.Server));
        Assert.Equal(16385, LongestInner(pair, Sender.Client));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(777)]
    [InlineData(16384)]
    public void This_side_s_own_limit_counts(int content)
    {
        using EnginePair pair = Shake.Hands(
            Shake.Client with { MaxRecordContent = content }, Shake.Server with { MaxRecordContent = content });
        byte[] data = new byte[Math.Min(20_000, content * 50)];
        pair.Client.Send(data);
        pair.Server.Send(data);
        pair.Pump();

        Assert.Equal(data, pair.Server.ReceivedData);
        Assert.Equal(content + 1, LongestInner(pair, Sender.Client));
        Assert.Equal(content + 1, LongestInner(pair, Sender.Server));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(100)]
    [InlineData(4096)]
    public void Padding_makes_lengths_multiples(int multiple)
    {
        using EnginePair pair = Shake.Hands(Shake.Client with { RecordPadding = multiple }, Shake.Server with { RecordPadding = multiple });
        for (int length = 1; length < 40; length += 3)
        {
            pair.Client.Send(new byte[length]);
            pair.Server.Send(new byte[length]);
        }

        pair.Pump();
        Assert.Null(pair.Client.Failure);
        Assert.Null(pair.Server.Failure);
        IEnumerable<int> inner = Records(pair, Sender.Client).Concat(Records(pair, Sender.Server)).Select(Inner);
        Assert.All(inner, length => Assert.Equal(0, length % multiple));
    }

    [Fact]
    public void Padding_never_goes_past_the_other_side_s_limit()
    {
        using EnginePair pair = Shake.AndTalk(
            Shake.Client with { RecordSizeLimit = 64 }, Shake.Server with { RecordSizeLimit = 1000, RecordPadding = 4096 });

        Assert.Equal(64, LongestInner(pair, Sender.Server));
    }

    [Fact]
    public void Without_padding_a_record_is_as_long_as_its_content()
    {
        using EnginePair pair = Shake.Hands();
        int before = pair.Flights.Count;
        pair.Client.Send(new byte[33]);
        pair.Pump();

        WireRecord record = Assert.Single(WireRecord.Split(pair.Flights[before].Bytes));
        Assert.Equal(33 + TagAndType, record.Fragment.Length);
    }

    private static int LongestInner(EnginePair pair, Sender from) => Records(pair, from).Max(Inner);

    private static int Inner(WireRecord record) => record.Fragment.Length - TagAndType + 1;

    private static IEnumerable<WireRecord> Records(EnginePair pair, Sender from) => pair.Flights
        .Where(flight => flight.From == from)
        .SelectMany(flight => WireRecord.Split(flight.Bytes))
        .Where(record => record.Type == ApplicationData);
}
