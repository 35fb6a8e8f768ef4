using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Records;

/// <summary>Which records are taken before and after protection begins, and how long they may be.</summary>
public sealed class RecordReaderTests
{
    private static readonly byte[] Handshake = WireRecord.Encode(22, [1]);

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(21, true)]
    [InlineData(22, true)]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public void There_are_four_types_of_records(byte type, bool isRecord) =>
        Assert.Equal(isRecord ? null : TlsReason.UnexpectedRecord, Verdict(Reader(null), WireRecord.Encode(type, [1])));

    [Theory]
    [InlineData(0, null)]
    [InlineData(RecordLimits.MaxPlaintext, null)]
    [InlineData(RecordLimits.MaxPlaintext + 1, TlsReason.RecordTooLong)]
    public void An_unprotected_record_is_as_long_as_a_plaintext(int length, TlsReason? reason) =>
        Assert.Equal(reason, Verdict(Reader(null), WireRecord.Encode(22, new byte[length])));

    [Theory]
    [InlineData(true, 23, Opener.Expansion, null)]
    [InlineData(true, 23, Opener.Expansion + 1, TlsReason.RecordTooLong)]
    [InlineData(false, 22, Opener.Expansion, null)]
    [InlineData(false, 22, Opener.Expansion + 1, TlsReason.RecordTooLong)]
    [InlineData(true, 20, 0, null)] // never protected
    [InlineData(true, 20, 1, TlsReason.RecordTooLong)]
    public void A_protected_record_may_be_longer_by_what_protection_adds(bool hidesType, byte type, int over, TlsReason? reason)
    {
        var opener = new Opener { Hides = hidesType };
        Assert.Equal(reason, Verdict(Reader(opener), WireRecord.Encode(type, new byte[RecordLimits.MaxPlaintext + over])));
    }

    [Theory]
    [InlineData(true, 1000, 1000, null)]
    [InlineData(true, 1000, 1001, TlsReason.RecordTooLong)]
    [InlineData(false, 1000, 999, null)] // no content type in it
    [InlineData(false, 1000, 1000, TlsReason.RecordTooLong)]
    public void The_inside_is_bounded_by_what_this_side_asked_for(bool hidesType, int limit, int inner, TlsReason? reason)
    {
        RecordReader reader = Reader(new Opener { Hides = hidesType, Inner = inner });
        reader.MaxInnerLength = limit;
        Assert.Equal(reason, Verdict(reader, WireRecord.Encode(23, [1])));
    }

    [Theory]
    [InlineData(RecordLimits.MaxPlaintext, null)]
    [InlineData(RecordLimits.MaxPlaintext + 1, TlsReason.RecordTooLong)]
    public void The_content_is_bounded_whatever_was_asked_for(int length, TlsReason? reason)
    {
        RecordReader reader = Reader(new Opener { Hides = true, Inner = 1 });
        Assert.Equal(reason, Verdict(reader, WireRecord.Encode(23, new byte[length])));
    }

    [Theory]
    [InlineData(20, false, null)]
    [InlineData(20, true, null)]
    [InlineData(21, false, TlsReason.PlaintextRecord)]
    [InlineData(21, true, null)]
    [InlineData(22, false, TlsReason.PlaintextRecord)]
    [InlineData(22, true, TlsReason.PlaintextRecord)]
    public void Nothing_unprotected_comes_under_a_key_that_hides_types(byte type, bool allowsAlert, TlsReason? reason)
    {
        RecordReader reader = Reader(new Opener { Hides = true });
        reader.AllowsPlaintextAlert = allowsAlert;
        Assert.Equal(reason, Verdict(reader, WireRecord.Encode(type, [1])));
    }

    [Fact]
    public void An_unprotected_alert_is_not_taken_after_a_record_that_opened()
    {
        RecordReader reader = Reader(new Opener { Hides = true });
        reader.AllowsPlaintextAlert = true;
        reader.EarlyDataSkipping = EarlyDataSkipping.UntilFirstOpened;
        Assert.Null(Verdict(reader, WireRecord.Encode(23, [1])));

        Assert.False(reader.AllowsPlaintextAlert);
        Assert.Equal(EarlyDataSkipping.None, reader.EarlyDataSkipping);
        Assert.Equal(TlsReason.PlaintextRecord, Verdict(reader, WireRecord.Encode(21, [2, 80])));
    }

    [Fact]
    public void What_does_not_open_is_skipped_only_before_the_first_record_that_does()
    {
        var opener = new Opener { Hides = true, Fails = true };
        RecordReader reader = Reader(opener);
        reader.EarlyDataSkipping = EarlyDataSkipping.UntilFirstOpened;
        byte[] record = WireRecord.Encode(23, new byte[RecordLimits.MaxSkippedEarlyData / 2]);
        for (int i = 0; i < 2; i++)
        {
            Assert.False(reader.TryRead(record, [], out int consumed, out _));
            Assert.Equal(record.Length, consumed);
        }

        opener.Fails = false;
        Assert.Null(Verdict(reader, WireRecord.Encode(23, [1])));
        reader.EarlyDataSkipping = EarlyDataSkipping.UntilFirstOpened;
        opener.Fails = true;
        Assert.Equal(TlsReason.BadRecord, Verdict(reader, WireRecord.Encode(23, [1])));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_does_not_open_is_not_skipped_otherwise(bool isBeforeSecondHello)
    {
        RecordReader reader = Reader(new Opener { Hides = true, Fails = true });
        reader.EarlyDataSkipping = isBeforeSecondHello ? EarlyDataSkipping.UntilSecondHello : EarlyDataSkipping.None;
        Assert.Equal(TlsReason.BadRecord, Verdict(reader, WireRecord.Encode(23, [1])));
    }

    [Theory]
    [InlineData(256, TlsReason.TooMuchEarlyData)]
    [InlineData(257, TlsReason.RecordTooLong)]
    public void Early_data_that_is_skipped_may_be_protected_and_is_then_too_much(int over, TlsReason reason)
    {
        RecordReader reader = Reader(null);
        reader.EarlyDataSkipping = EarlyDataSkipping.UntilSecondHello;
        Assert.Equal(reason, Verdict(reader, WireRecord.Encode(23, new byte[RecordLimits.MaxPlaintext + over])));
    }

    [Fact]
    public void The_first_bytes_are_looked_at_once()
    {
        using RecordReader reader = Reader(null);
        Assert.Null(Verdict(reader, WireRecord.Encode(22, [1], 0x0401)));
    }

    [Fact]
    public void The_first_bytes_are_looked_at()
    {
        using var reader = new RecordReader();
        Assert.Equal(TlsReason.PlainHttp, Verdict(reader, [.. "GET / HTTP/1.1"u8]));
    }

    [Fact]
    public void What_opened_under_the_last_key_does_not_count_for_the_next()
    {
        RecordReader reader = Reader(new Opener { Hides = true });
        Assert.Null(Verdict(reader, WireRecord.Encode(23, [1])));
        reader.SetOpener(new Opener { Hides = true, Fails = true }, Proof());
        reader.EarlyDataSkipping = EarlyDataSkipping.UntilFirstOpened;

        Assert.False(reader.TryRead(WireRecord.Encode(23, [1]), [], out _, out _));
    }

    [Fact]
    public void A_new_key_takes_the_place_of_the_old_one_which_goes()
    {
        var first = new Opener();
        var second = new Opener();
        RecordReader reader = Reader(first);
        reader.SetOpener(second, Proof());

        Assert.Equal((true, false), (first.IsDisposed, second.IsDisposed));
        reader.Dispose();
        Assert.True(second.IsDisposed);
        Assert.Throws<ArgumentNullException>(() => reader.SetOpener(first, null!));
    }

    /// <summary>A reader that has read its first record, under a key.</summary>
    private static RecordReader Reader(RecordOpener? opener)
    {
        var reader = new RecordReader();
        Assert.True(reader.TryRead(Handshake.ToArray(), [], out _, out _));
        if (opener is not null)
        {
            reader.SetOpener(opener, Proof());
        }

        return reader;
    }

    private static Aligned Proof()
    {
        using var joiner = new HandshakeJoiner();
        return joiner.RequireAligned();
    }

    private static TlsReason? Verdict(RecordReader reader, byte[] record)
    {
        try
        {
            Assert.True(reader.TryRead(record, [], out int consumed, out InboundRecord read));
            Assert.Equal((record.Length, record[0]), (consumed, read.Type.Value));
            return null;
        }
        catch (TlsException refusal)
        {
            return refusal.Reason;
        }
    }

    private sealed class Opener : RecordOpener
    {
        public const int Expansion = 256;

        public bool IsDisposed { get; private set; }

        public bool Hides { get; init; }

        public bool Fails { get; set; }

        public int Inner { get; init; }

        public override int MaxExpansion => Expansion;

        public override bool HidesContentType => Hides;

        public override ulong RecordLimit => ulong.MaxValue;

        public override bool TryOpen(
            ReadOnlySpan<byte> header, Span<byte> fragment, out ContentType type, out Span<byte> content, out int innerLength)
        {
            type = new ContentType(header[0]);
            content = fragment.Length > RecordLimits.MaxPlaintext + 1 ? [] : fragment;
            innerLength = Inner;
            return !Fails;
        }

        public override void Dispose() => IsDisposed = true;
    }
}
