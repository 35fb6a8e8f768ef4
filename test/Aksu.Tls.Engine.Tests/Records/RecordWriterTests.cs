using System.Buffers;
using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Records;

/// <summary>How content becomes records: cut, split, padded.</summary>
public sealed class RecordWriterTests
{
    private readonly ArrayBufferWriter<byte> _output = new();

    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(1, 5, 0)]
    [InlineData(16, 15, 0)] // the content type counts
    [InlineData(16, 14, 1)]
    [InlineData(16, 16, 15)]
    [InlineData(16, 0, 15)]
    [InlineData(64, 95, 5)] // no further than the longest content
    [InlineData(64, 100, 0)]
    public void A_record_is_filled_up_to_a_multiple_and_not_past_the_limit(int multiple, int length, int padding)
    {
        using var writer = new RecordWriter { PaddingMultiple = multiple };
        writer.LimitContent(100);
        writer.SetSealer(new Sealer { Pads = true });
        writer.Write(ContentType.ApplicationData, new byte[length], _output);

        Assert.Equal([length + padding], Lengths());
    }

    [Fact]
    public void A_version_that_cannot_pad_does_not()
    {
        using var writer = new RecordWriter { PaddingMultiple = 64 };
        writer.SetSealer(new Sealer());
        writer.Write(ContentType.ApplicationData, new byte[5], _output);

        Assert.Equal([5], Lengths());
    }

    [Theory]
    [InlineData(0, new[] { 0 })]
    [InlineData(10, new[] { 10 })]
    [InlineData(11, new[] { 10, 1 })]
    [InlineData(20, new[] { 10, 10 })]
    public void Content_is_cut_at_the_limit(int length, int[] records)
    {
        using var writer = new RecordWriter();
        writer.LimitContent(10);
        writer.LimitContent(12);
        writer.Write(ContentType.Handshake, new byte[length], _output);

        Assert.Equal(10, writer.MaxContent);
        Assert.Equal(records, Lengths());
    }

    [Fact]
    public void An_alert_is_never_cut()
    {
        using var writer = new RecordWriter();
        writer.LimitContent(1);
        writer.Write(ContentType.Alert, [2, 80], _output);
        writer.Write(ContentType.Handshake, [1, 2], _output);

        Assert.Equal([2, 1, 1], Lengths());
    }

    [Theory]
    [InlineData(23, 3, true, new[] { 1, 2 })]
    [InlineData(23, 2, true, new[] { 1, 1 })]
    [InlineData(23, 1, true, new[] { 1 })]
    [InlineData(23, 0, true, new[] { 0 })]
    [InlineData(22, 3, true, new[] { 3 })]
    [InlineData(23, 3, false, new[] { 3 })]
    public void The_first_byte_of_data_has_a_record_of_its_own_where_the_version_needs_it(byte type, int length, bool splits, int[] records)
    {
        using var writer = new RecordWriter();
        writer.SetSealer(new Sealer { Splits = splits });
        writer.Write(new ContentType(type), new byte[length], _output);

        Assert.Equal(records, Lengths());
    }

    [Fact]
    public void A_new_key_takes_the_place_of_the_old_one_which_goes()
    {
        var first = new Sealer();
        var second = new Sealer();
        var writer = new RecordWriter();
        Assert.Equal((0UL, ulong.MaxValue), (writer.RecordsUnderKey, writer.RecordLimit));
        writer.SetSealer(first);
        writer.Write(ContentType.ApplicationData, [1], _output);
        Assert.Equal((1UL, 100UL), (writer.RecordsUnderKey, writer.RecordLimit));
        writer.SetSealer(second);

        Assert.Equal(0UL, writer.RecordsUnderKey);
        Assert.Equal((true, false), (first.IsDisposed, second.IsDisposed));
        writer.Dispose();
        Assert.True(second.IsDisposed);
    }

    private IEnumerable<int> Lengths() => WireRecord.Split(_output.WrittenSpan).Select(record => record.Fragment.Length);

    private sealed class Sealer : RecordSealer
    {
        public bool IsDisposed { get; private set; }

        public bool Splits { get; init; }

        public bool Pads { get; init; }

        public override int Overhead => WireRecord.HeaderSize;

        public override bool CanPad => Pads;

        public override bool SplitsFirstByte => Splits;

        public override ulong RecordLimit => 100;

        public override int Seal(ContentType type, ReadOnlySpan<byte> plaintext, int paddingLength, Span<byte> destination)
        {
            SequenceNumber++;
            byte[] record = WireRecord.Encode(type.Value, [.. plaintext, .. new byte[paddingLength]]);
            record.CopyTo(destination);
            return record.Length;
        }

        public override void Dispose() => IsDisposed = true;
    }
}
