using System.Text;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Records;

namespace Aksu.Tls.Engine.Tests.Records;

/// <summary>What the first bytes of a connection say about the peer, and after how many of them it is known.</summary>
public sealed class FirstBytesTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(22)]
    public void A_record_is_taken_at_any_length_and_refused_by_its_second_byte(byte type)
    {
        byte[] start = [type, 3, 1, 0, 5, 1];
        for (int length = 0; length <= start.Length; length++)
        {
            Assert.Null(Verdict(start.AsSpan(0, length)));
        }

        foreach (byte major in new byte[] { 0, 2, 4, 0xff })
        {
            Assert.Equal(TlsReason.NotTls, Verdict([type, major]));
            Assert.Equal(TlsReason.NotTls, Verdict([type, major, 1, 0, 5, 1]));
        }
    }

    [Theory]
    [InlineData(0x80)]
    [InlineData(0xff)]
    public void A_hello_of_SSL_2_0_is_known_by_its_third_byte(byte first)
    {
        Assert.Null(Verdict([first]));
        Assert.Null(Verdict([first, 46]));
        Assert.Equal(TlsReason.Ssl2Hello, Verdict([first, 46, 1]));
        Assert.Equal(TlsReason.Ssl2Hello, Verdict([first, 46, 1, 3, 1]));
        foreach (byte type in new byte[] { 0, 2 })
        {
            Assert.Null(Verdict([first, 46, type, 3]));
            Assert.Equal(TlsReason.NotTls, Verdict([first, 46, type, 3, 1]));
        }
    }

    [Theory]
    [InlineData("HTTP/1.1 400", 5)]
    [InlineData("GET /", 4)]
    [InlineData("POST /", 4)]
    [InlineData("HEAD /", 4)]
    [InlineData("PUT /", 4)]
    [InlineData("OPTIONS *", 4)]
    [InlineData("CONNECT x", 4)]
    [InlineData("DELETE /", 4)]
    public void Plain_HTTP_is_known_by_its_first_word(string text, int known)
    {
        byte[] start = Encoding.ASCII.GetBytes(text);
        for (int length = 0; length <= start.Length; length++)
        {
            Assert.Equal(length < known ? null : TlsReason.PlainHttp, Verdict(start.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData((byte)'S')]
    [InlineData(0x7f)]
    public void Anything_else_is_refused_as_soon_as_it_can_be_nothing_known(byte first)
    {
        byte[] start = [first, 3, 1, 0, 5, 1];
        for (int length = 0; length <= start.Length; length++)
        {
            Assert.Equal(length < 5 ? null : TlsReason.NotTls, Verdict(start.AsSpan(0, length)));
        }
    }

    private static TlsReason? Verdict(ReadOnlySpan<byte> start)
    {
        try
        {
            FirstBytes.Check(start);
            return null;
        }
        catch (TlsException refusal)
        {
            return refusal.Reason;
        }
    }
}
