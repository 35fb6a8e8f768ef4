using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Records;

namespace Aksu.Tls.Engine.Tests.Records;

/// <summary>How much refused early data a server passes over (RFC 9846 §4.3.10).</summary>
public sealed class EarlyDataSkippingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Ends_at_the_limit_whatever_the_records_hold(int length)
    {
        byte[] first = [22, 3, 1, 0, 1, 1];
        byte[] record = [23, 3, 3, (byte)(length >> 8), (byte)length, .. new byte[length]];
        using var reader = new RecordReader { EarlyDataSkipping = EarlyDataSkipping.UntilSecondHello };
        Assert.True(reader.TryRead(first, destination: default, out _, out _));
        int allowed = RecordLimits.MaxSkippedEarlyData / Math.Max(length, 1);
        for (int i = 0; i < allowed; i++)
        {
            Assert.False(reader.TryRead(record, destination: default, out int consumed, out _));
            Assert.Equal(record.Length, consumed);
        }

        TlsException refused = Assert.Throws<TlsException>(() => reader.TryRead(record, destination: default, out _, out _));
        Assert.Equal(TlsReason.TooMuchEarlyData, refused.Reason);
    }
}
