using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// Once the keys are there, nothing that came in the clear counts: no alert (not even a goodbye, which would hide that the end was cut
/// off), no message, no data.
/// </summary>
public sealed class PlaintextAfterKeysTests
{
    public static TheoryData<ushort, Sender, byte[]> Records()
    {
        byte[][] records =
        [
            NullRecord.Plain(NullRecord.Alert, [1, 0]),
            NullRecord.Plain(NullRecord.Alert, [2, 0]),
            NullRecord.Plain(NullRecord.Alert, [1, 90]),
            NullRecord.Plain(NullRecord.Alert, [2, 40]),
            NullRecord.Plain(NullRecord.Handshake, [0, 0, 0, 0]),
            NullRecord.Plain(NullRecord.Handshake, [24, 0, 0, 1, 0]),
            NullRecord.Plain(NullRecord.Handshake, [1, 0, 0, 0]),
            NullRecord.Plain(NullRecord.ApplicationData, "GET / HTTP/1.0\r\n\r\n"u8),
            NullRecord.Plain(NullRecord.ChangeCipherSpec, [1]),
        ];
        var cases = new TheoryData<ushort, Sender, byte[]>();
        foreach (byte[] record in records)
        {
            foreach (Sender receiver in (Sender[])[Sender.Client, Sender.Server])
            {
                cases.Add(0x0304, receiver, record);
                cases.Add(0x0303, receiver, record);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void After_the_handshake(ushort version, Sender receiver, byte[] record)
    {
        using EnginePair pair = Shake.AndTalk(Client(version), Server(version));
        EngineEnd end = receiver == Sender.Client ? pair.Client : pair.Server;
        byte[] before = end.ReceivedData;
        end.Take(record);

        Assert.False(end.IsClosed);
        Assert.NotNull(end.Failure);
        Assert.False(end.Failure.SentByPeer);
        Assert.Equal(before, end.ReceivedData);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void As_soon_as_the_keys_are_there(ushort version, Sender receiver, byte[] record)
    {
        bool isCcs = record[0] == NullRecord.ChangeCipherSpec;
        bool isAlert = record[0] == NullRecord.Alert;
        using var pair = new EnginePair(Client(version), Server(version)) { InTransit = AfterKeys(version, receiver, record) };
        pair.Pump();
        EngineEnd end = receiver == Sender.Client ? pair.Client : pair.Server;
        if (version == 0x0304 && (isCcs || (isAlert && record[^1] == AlertDescription.UserCanceled.Value && receiver == Sender.Server)))
        {
            // TLS 1.3 passes over the one for the sake of middleboxes (RFC 9846 §5), and over a warning, whoever it is from.
            Assert.True(pair.IsEstablished);
            return;
        }

        Assert.False(end.Engine.IsEstablished);
        Assert.NotNull(end.Failure);

        // A client that failed before it had keys can only say so in the clear (RFC 9846 §6): the server believes that, and gives up.
        bool mayBelieve = isAlert && version == 0x0304 && receiver == Sender.Server;
        Assert.True(mayBelieve || !end.Failure.SentByPeer);
        Assert.False(end.IsClosed);
    }

    private static ClientHandshakeOptions Client(ushort version) => Shake.Client with { Versions = [new ProtocolVersion(version)] };

    private static ServerHandshakeOptions Server(ushort version) => Shake.Server with { Versions = [new ProtocolVersion(version)] };

    /// <summary>
    /// Behind change_cipher_spec in TLS 1.2. In TLS 1.3 behind ServerHello for a client, and in front of the client's second flight for a
    /// server.
    /// </summary>
    private static Func<Flight, byte[]> AfterKeys(ushort version, Sender receiver, byte[] record)
    {
        int seen = 0;
        Sender from = receiver == Sender.Client ? Sender.Server : Sender.Client;
        return flight =>
        {
            if (flight.From != from)
            {
                return flight.Bytes;
            }

            int at = version == 0x0303 ? EndOfChangeCipherSpec(flight) : seen++ switch
            {
                0 when receiver == Sender.Client => WireRecord.Split(flight.Bytes)[0].Length,
                1 when receiver == Sender.Server => 0,
                _ => -1,
            };
            return at < 0 ? flight.Bytes : [.. flight.Bytes[..at], .. record, .. flight.Bytes[at..]];
        };
    }

    private static int EndOfChangeCipherSpec(Flight flight) =>
        WireRecord.Split(flight.Bytes).FirstOrDefault(static record => record.Type == NullRecord.ChangeCipherSpec) is { } found
            ? found.Offset + found.Length
            : -1;
}
