using System.Buffers;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Records;

/// <summary>
/// The cipher's own limit of records under one key. On the wire it is millions away; here a cipher says that it is four.
/// </summary>
public sealed class KeyLimitTests
{
    private const int Limit = 4;

    private readonly ArrayBufferWriter<byte> _output = new();

    [Fact]
    public void A_key_that_cannot_change_protects_so_many_records_and_then_only_an_alert()
    {
        using var writer = new RecordWriter();
        writer.SetSealer(new CountingSealer());
        for (int i = 0; i < Limit; i++)
        {
            writer.Write(ContentType.ApplicationData, [1], _output);
        }

        TlsException failure = Assert.Throws<TlsException>(() => writer.Write(ContentType.ApplicationData, [1], _output));
        Assert.Equal((TlsReason.WriteLimitReached, AlertDescription.InternalError), (failure.Reason, failure.Alert));
        writer.Write(ContentType.Alert, [2, 80], _output);
        Assert.Equal(Limit + 1, WireRecord.Split(_output.WrittenSpan).Count);
    }

    [Fact]
    public void A_key_opens_so_many_records()
    {
        using var reader = new RecordReader();
        using var joiner = new HandshakeJoiner();
        reader.TryRead(NullRecord.Plain(NullRecord.Alert, [1, 0]), [], out _, out _);
        reader.SetOpener(new CountingOpener(), joiner.RequireAligned());
        byte[] record = NullRecord.Plain(NullRecord.ApplicationData, [1]);
        for (int i = 0; i < Limit; i++)
        {
            Assert.True(reader.TryRead(record, [], out int consumed, out InboundRecord _));
            Assert.Equal(record.Length, consumed);
        }

        TlsException failure = Assert.Throws<TlsException>(() => reader.TryRead(record, [], out _, out _));
        Assert.Equal((TlsReason.ReadLimitReached, AlertDescription.UnexpectedMessage), (failure.Reason, failure.Alert));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    [InlineData(30, 3)]
    public void Knows_how_many_records_a_content_becomes(int length, ulong records)
    {
        using var writer = new RecordWriter();
        writer.LimitContent(10);

        Assert.Equal(records, writer.RecordsFor(length));
        Assert.Equal(length, writer.Fit(length, records));
        Assert.Equal(Math.Min(length, 20), writer.Fit(length, 2));
        Assert.Equal(length, writer.Fit(length, ulong.MaxValue));
    }

    private sealed class CountingSealer : RecordSealer
    {
        public override int Overhead => WireRecord.HeaderSize;

        public override bool CanPad => false;

        public override ulong RecordLimit => Limit;

        public override int Seal(ContentType type, ReadOnlySpan<byte> plaintext, int paddingLength, Span<byte> destination)
        {
            SequenceNumber++;
            byte[] record = WireRecord.Encode(type.Value, plaintext);
            record.CopyTo(destination);
            return record.Length;
        }

        public override void Dispose()
        {
            // Nothing is held.
        }
    }

    private sealed class CountingOpener : RecordOpener
    {
        public override int MaxExpansion => 0;

        public override bool HidesContentType => false;

        public override ulong RecordLimit => Limit;

        public override bool TryOpen(
            ReadOnlySpan<byte> header, Span<byte> fragment, out ContentType type, out Span<byte> content, out int innerLength)
        {
            SequenceNumber++;
            type = new ContentType(header[0]);
            content = fragment;
            innerLength = fragment.Length;
            return true;
        }

        public override void Dispose()
        {
            // Nothing is held.
        }
    }
}
