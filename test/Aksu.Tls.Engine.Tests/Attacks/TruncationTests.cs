using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// Somebody cuts the connection. Wherever the cut is, the receiver has whole records that the peer sent and an error, never the belief that
/// all has come (RFC 9846 §6.1).
/// </summary>
/// <seealso cref="Connections.ClosureTests"/>
public sealed class TruncationTests
{
    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void A_cut_at_any_byte_of_data_and_goodbye_is_an_error(ushort version)
    {
        using EnginePair pair = Shake.Hands(Client(version), Server(version));
        byte[] data = [.. Enumerable.Range(0, 100).Select(static i => (byte)i)];
        pair.Client.Send(data.AsSpan(0, 50));
        pair.Client.Send(data.AsSpan(50));
        pair.Client.Shutdown();
        byte[] sent = pair.Client.TakeOutput();
        int[] ends = [.. WireRecord.Split(sent).Select(static record => record.Offset + record.Length)];
        int arrived = 0;
        for (int cut = 0; cut < sent.Length; cut++)
        {
            if (cut > 0)
            {
                pair.Server.Take(sent.AsSpan(cut - 1, 1));
                arrived = ends.Count(end => end <= cut);
            }

            Assert.Equal(data[..(Math.Min(arrived, 2) * 50)], pair.Server.ReceivedData);
            Assert.False(pair.Server.IsClosed);
        }

        pair.Server.EndOfInput();
        Assert.Equal((TlsReason.EndOfStream, TlsErrorKind.Truncated), (pair.Server.Failure!.Reason, pair.Server.Failure.Kind));
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public void Only_the_whole_goodbye_ends_the_data(ushort version)
    {
        using EnginePair pair = Shake.Hands(Client(version), Server(version));
        pair.Client.Send("all"u8);
        pair.Client.Shutdown();
        pair.Pump();

        Assert.True(pair.Server.IsClosed);
        pair.Server.EndOfInput();
        Assert.Null(pair.Server.Failure);
        Assert.Equal("all"u8.ToArray(), pair.Server.ReceivedData);
    }

    [Theory]
    [InlineData(0x0304, Sender.Client)]
    [InlineData(0x0304, Sender.Server)]
    [InlineData(0x0303, Sender.Client)]
    [InlineData(0x0303, Sender.Server)]
    public void A_handshake_cut_at_any_record_is_an_error(ushort version, Sender receiver)
    {
        for (int cut = 0; cut < 8; cut++)
        {
            int left = cut;
            using var pair = new EnginePair(Client(version), Server(version))
            {
                InTransit = flight =>
                {
                    if (flight.From == receiver)
                    {
                        return flight.Bytes;
                    }

                    WireRecord[] records = [.. WireRecord.Split(flight.Bytes).Take(left)];
                    left -= records.Length;
                    return [.. records.SelectMany(static record => record.Encode())];
                },
            };
            pair.Pump();
            EngineEnd end = receiver == Sender.Client ? pair.Client : pair.Server;
            if (end.Engine.IsEstablished)
            {
                return;
            }

            end.EndOfInput();
            Assert.Equal(TlsErrorKind.Truncated, end.Failure!.Kind);
        }

        Assert.Fail("The handshake never came to an end.");
    }

    private static ClientHandshakeOptions Client(ushort version) => Shake.Client with { Versions = [new ProtocolVersion(version)] };

    private static ServerHandshakeOptions Server(ushort version) => Shake.Server with { Versions = [new ProtocolVersion(version)] };
}
