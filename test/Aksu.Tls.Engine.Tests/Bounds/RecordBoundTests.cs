using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Client;
using Aksu.Tls.Engine.Handshake.Server;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Errors;
using Aksu.Tls.Engine.Tests.States;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Bounds;

/// <summary>Bounds on records: at the bound all is well, one past it the connection ends.</summary>
public sealed class RecordBoundTests
{
    private static readonly byte[] Empty = NullRecord.Protected(NullRecord.ApplicationData, []);
    private static readonly byte[] Data = NullRecord.Protected(NullRecord.ApplicationData, [1]);
    private static readonly byte[] Warning = NullRecord.Protected(NullRecord.Alert, [1, AlertDescription.UserCanceled.Value]);

    [Fact]
    public void An_unprotected_record_has_at_most_2_to_the_14_bytes()
    {
        EngineEnd end = Reach<ExpectClientHello>();
        end.Take([22, 3, 1, 0x40, 0x00]);
        Assert.Null(end.Failure);

        end = Reach<ExpectClientHello>();
        end.Take([22, 3, 1, 0x40, 0x01]);
        Shake.AssertFailed(end, TlsReason.RecordTooLong, AlertDescription.RecordOverflow);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(24)]
    [InlineData(0x80)]
    public void The_rest_of_what_is_no_record_is_not_waited_for(byte type)
    {
        EngineEnd end = Established(Sender.Server);
        end.Take([type, 3, 3, 0x10, 0x00]);
        Shake.AssertFailed(end, TlsReason.UnexpectedRecord, AlertDescription.UnexpectedMessage);
    }

    [Fact]
    public void A_protected_record_has_at_most_256_bytes_more()
    {
        EngineEnd end = Established(Sender.Server);
        end.Take([23, 3, 3, 0x41, 0x00]);
        Assert.Null(end.Failure);

        end = Established(Sender.Server);
        end.Take([23, 3, 3, 0x41, 0x01]);
        Shake.AssertFailed(end, TlsReason.RecordTooLong, AlertDescription.RecordOverflow);
    }

    [Theory]
    [InlineData(16384, 0, true)]
    [InlineData(16383, 1, true)]
    [InlineData(1, 16383, true)]
    [InlineData(16385, 0, false)]
    [InlineData(16384, 1, false)]
    [InlineData(0, 16385, false)]
    public void Content_type_and_padding_fit_into_2_to_the_14_and_one_bytes(int content, int padding, bool fits)
    {
        EngineEnd end = Established(Sender.Server);
        end.Take(NullRecord.Protected(NullRecord.ApplicationData, new byte[content], padding));
        AssertFits(end, fits);
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void This_side_s_record_size_limit_is_kept_by_the_peer(Sender side)
    {
        foreach ((int content, int padding, bool fits) in new[] { (99, 0, true), (1, 98, true), (100, 0, false), (1, 99, false) })
        {
            using EnginePair pair = Shake.Hands(
                NullCryptography.Client with { RecordSizeLimit = 100 }, NullCryptography.Server with { RecordSizeLimit = 100 });
            EngineEnd end = side == Sender.Client ? pair.Client : pair.Server;
            end.Take(NullRecord.Protected(NullRecord.ApplicationData, new byte[content], padding));
            AssertFits(end, fits);
        }
    }

    [Fact]
    public void Empty_records_in_a_row_are_counted()
    {
        EngineEnd end = Established(Sender.Server);
        for (int round = 0; round < 3; round++)
        {
            TakeTimes(end, RecordLimits.MaxEmptyRecords, Empty);
            Assert.Null(end.Failure);
            end.Take(Data);
        }

        TakeTimes(end, RecordLimits.MaxEmptyRecords + 1, Empty);
        Shake.AssertFailed(end, TlsReason.TooManyEmptyRecords, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(Sender.Client)]
    [InlineData(Sender.Server)]
    public void In_TLS_1_3_a_warning_ends_the_connection_whatever_its_level(Sender side)
    {
        // RFC 9846 §6.2: all but close_notify and user_canceled.
        EngineEnd end = Established(side);
        end.Take(NullRecord.Protected(NullRecord.Alert, [1, AlertDescription.NoRenegotiation.Value]));

        Assert.NotNull(end.Failure);
        Assert.Equal(
            (TlsReason.AlertReceived, AlertDescription.NoRenegotiation, true),
            (end.Failure.Reason, end.Failure.Alert, end.Failure.SentByPeer));
    }

    [Fact]
    public void Warnings_in_a_row_are_counted()
    {
        EngineEnd end = Established(Sender.Server);
        for (int round = 0; round < 3; round++)
        {
            TakeTimes(end, RecordLimits.MaxWarningAlerts, Warning);
            Assert.Null(end.Failure);
            end.Take(Data);
        }

        TakeTimes(end, RecordLimits.MaxWarningAlerts + 1, Warning);
        Shake.AssertFailed(end, TlsReason.TooManyWarnings, AlertDescription.UnexpectedMessage);
    }

    [Fact]
    public void Change_cipher_spec_records_are_counted_over_the_whole_handshake()
    {
        byte[] record = NullRecord.Plain(NullRecord.ChangeCipherSpec, [1]);
        EngineEnd end = Reach<ExpectServerHello>();
        TakeTimes(end, RecordLimits.MaxChangeCipherSpecs, record);
        Assert.Null(end.Failure);

        end.Take(record);
        Shake.AssertFailed(end, TlsReason.TooManyChangeCipherSpecs, AlertDescription.UnexpectedMessage);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Early_data_before_a_second_hello_is_skipped_up_to_a_bound(int over, bool fits)
    {
        using EnginePair pair = RecordFaults.WithEarlyData(isRetried: true);
        pair.Client.Run();
        pair.Carry(Sender.Client);
        SendEarlyData(pair.Server, RecordLimits.MaxSkippedEarlyData + over);
        if (!fits)
        {
            Shake.AssertFailed(pair.Server, TlsReason.TooMuchEarlyData, AlertDescription.UnexpectedMessage);
            return;
        }

        pair.Pump();
        Shake.Talk(pair);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Early_data_before_Finished_is_skipped_up_to_a_bound(int over, bool fits)
    {
        ReadOnlyMemory<byte> Rewrite(HandshakeType type, ReadOnlyMemory<byte> message) =>
            type == HandshakeType.ClientHello ? Hello.WithFirst(message, new EarlyDataIndication()) : message;
        using var pair = new EnginePair(Shake.Client with { MessageRewriter = Rewrite }, Shake.Server);
        pair.Client.Run();
        pair.Carry(Sender.Client);
        SendEarlyData(pair.Server, RecordLimits.MaxSkippedEarlyData + over);
        if (!fits)
        {
            Shake.AssertFailed(pair.Server, TlsReason.TooMuchEarlyData, AlertDescription.UnexpectedMessage);
            return;
        }

        pair.Pump();
        Shake.Talk(pair);
    }

    [Fact]
    public void Nothing_is_skipped_after_the_first_record_that_opens()
    {
        ReadOnlyMemory<byte> Rewrite(HandshakeType type, ReadOnlyMemory<byte> message) =>
            type == HandshakeType.ClientHello ? Hello.WithFirst(message, new EarlyDataIndication()) : message;
        using var pair = new EnginePair(Shake.Client with { MessageRewriter = Rewrite }, Shake.Server);
        pair.Shake();
        SendEarlyData(pair.Server, 100);

        Shake.AssertFailed(pair.Server, TlsReason.BadRecord, AlertDescription.BadRecordMac);
    }

    [Fact]
    public void Without_an_offer_nothing_is_skipped()
    {
        using var pair = new EnginePair(Shake.Client, Shake.Server);
        pair.Client.Run();
        pair.Carry(Sender.Client);
        SendEarlyData(pair.Server, 100);

        Shake.AssertFailed(pair.Server, TlsReason.BadRecord, AlertDescription.BadRecordMac);
    }

    private static void SendEarlyData(EngineEnd server, int length)
    {
        for (int left = length; left > 0 && server.Failure is null; left -= Math.Min(left, 10_000))
        {
            server.Take(NullRecord.Plain(NullRecord.ApplicationData, new byte[Math.Min(left, 10_000)]));
        }
    }

    private static void TakeTimes(EngineEnd end, int count, byte[] record)
    {
        for (int i = 0; i < count; i++)
        {
            end.Take(record);
        }
    }

    private static void AssertFits(EngineEnd end, bool fits)
    {
        if (fits)
        {
            Assert.Null(end.Failure);
        }
        else
        {
            Shake.AssertFailed(end, TlsReason.RecordTooLong, AlertDescription.RecordOverflow);
        }
    }

    private static EngineEnd Reach<TState>()
    {
        (RecordStepper stepper, Sender side) = Conversations.Until(typeof(TState));
        return StateMessageTests.End(stepper, side);
    }

    private static EngineEnd Established(Sender side)
    {
        EnginePair pair = Shake.Hands(NullCryptography.Client, NullCryptography.Server);
        return side == Sender.Client ? pair.Client : pair.Server;
    }
}
