using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>
/// A peer that makes work and sends no data: updates of keys, empty records, warnings, requests to renegotiate, tickets, messages in pieces
/// of one byte. Each has a bound, and what the receiver sends or keeps in the meantime has one as well.
/// </summary>
/// <seealso cref="Bounds.RecordBoundTests"/>
public sealed class FloodTests
{
    private const int Enough = 1000;

    public static TheoryData<string, Sender> Floods() => new()
    {
        { "key updates", Sender.Client },
        { "key updates", Sender.Server },
        { "key updates to be answered", Sender.Client },
        { "key updates to be answered", Sender.Server },
        { "empty records", Sender.Client },
        { "empty records", Sender.Server },
        { "warnings", Sender.Client },
        { "warnings", Sender.Server },
        { "tickets", Sender.Client },
        { "records of padding", Sender.Server },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public void An_established_end_of_TLS_1_3_does_not_take_it_for_ever(string flood, Sender receiver)
    {
        using EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        EngineEnd end = receiver == Sender.Client ? pair.Client : pair.Server;
        byte[] record = flood switch
        {
            "key updates" => NullRecord.Protected(NullRecord.Handshake, [24, 0, 0, 1, 0]),
            "key updates to be answered" => NullRecord.Protected(NullRecord.Handshake, [24, 0, 0, 1, 1]),
            "empty records" => NullRecord.Protected(NullRecord.ApplicationData, []),
            "warnings" => NullRecord.Protected(NullRecord.Alert, [1, 90]),
            "tickets" => NullRecord.Protected(NullRecord.Handshake, [4, 0, 0, 14, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 1, 7, 0, 0]),
            _ => NullRecord.Protected(NullRecord.ApplicationData, [], padding: 1000),
        };
        end.TakeOutput();
        int taken = Flood(end, record, out int answered);

        Assert.InRange(taken, 1, 100);
        Assert.InRange(answered, 0, 10_000);
    }

    [Theory]
    [InlineData(Sender.Client, 0)]
    [InlineData(Sender.Server, 1)]
    public void Requests_to_renegotiate_in_TLS_1_2_are_not_answered_for_ever(Sender receiver, byte type)
    {
        using var watched = new Watched(Older.Client, Older.Server);
        EngineEnd end = receiver == Sender.Client ? watched.Pair.Client : watched.Pair.Server;
        TlsSide sender = receiver == Sender.Client ? TlsSide.Server : TlsSide.Client;
        using KeySchedule.Tls12.KeyBlock keys = watched.Keys();
        using Crypto.RecordSealer sealer = keys.CreateSealer(sender);

        // The peer's Finished was number zero.
        byte[] buffer = new byte[200];
        sealer.Seal(ContentType.Handshake, new byte[16], 0, buffer);
        end.TakeOutput();
        int answered = 0;
        int asked = 0;
        for (; asked < Enough && end.Failure is null; asked++)
        {
            int length = sealer.Seal(ContentType.Handshake, [type, 0, 0, 0], 0, buffer);
            end.Take(buffer.AsSpan(0, length));
            answered += end.TakeOutput().Length;
        }

        Assert.InRange(asked, 1, 10);
        Assert.InRange(answered, 1, 1000);
        Assert.Equal(TlsReason.RenegotiationRefused, end.Failure!.Reason);
    }

    [Fact]
    public void A_hello_in_pieces_of_one_byte_costs_no_more_memory_than_whole()
    {
        // Each piece is a record of its own: legal (RFC 9846 §5.1), dear for the sender alone.
        using var pair = new EnginePair(Shake.Client, Shake.Server);
        pair.Client.Run();
        WireRecord hello = WireRecord.Split(pair.Client.TakeOutput())[0];
        foreach (byte piece in hello.Fragment)
        {
            pair.Server.Take(WireRecord.Encode(NullRecord.Handshake, [piece], hello.Version));
            Assert.Equal(0, pair.Server.Waiting);
        }

        pair.Pump();
        Assert.True(pair.IsEstablished);
    }

    [Fact]
    public void A_message_that_never_ends_is_refused_by_its_announced_length()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server);
        pair.Client.Run();
        pair.Server.Take(NullRecord.Plain(NullRecord.Handshake, [1, 0xff, 0xff, 0xff]));
        Shake.AssertFailed(pair.Server, TlsReason.MessageTooLong, AlertDescription.IllegalParameter);
    }

    [Fact]
    public void Empty_pieces_are_refused_at_once()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server);
        pair.Client.Run();
        pair.Server.Take([22, 3, 1, 0, 0]);
        Shake.AssertFailed(pair.Server, TlsReason.EmptyRecord, AlertDescription.UnexpectedMessage);
    }

    [Fact]
    public void Change_cipher_spec_records_are_not_passed_over_for_ever()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server);
        pair.Client.Run();
        int taken = Flood(pair.Client, NullRecord.Plain(NullRecord.ChangeCipherSpec, [1]), out _);
        Assert.InRange(taken, 1, RecordLimits.MaxChangeCipherSpecs + 1);
    }

    private static int Flood(EngineEnd end, byte[] record, out int answered)
    {
        answered = 0;
        int taken = 0;
        while (taken < Enough && end.Failure is null)
        {
            end.Take(record);
            answered += end.TakeOutput().Length;
            taken++;
        }

        Assert.NotNull(end.Failure);
        Assert.False(end.Failure.SentByPeer);
        return taken;
    }
}
