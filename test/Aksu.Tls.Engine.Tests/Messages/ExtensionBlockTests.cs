using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Messages;

public sealed class ExtensionBlockTests
{
    [Fact]
    public void Finds_an_extension_and_its_body()
    {
        ExtensionBlock block = Decode("[0009] 0000[0000] 000a[0001]77");

        Assert.Equal([ExtensionType.ServerName, ExtensionType.SupportedGroups], block.Entries.Select(entry => entry.Type));
        Assert.True(block.TryFind(ExtensionType.SupportedGroups, out ReadOnlyMemory<byte> body));
        Assert.Equal([0x77], body.ToArray());
        Assert.True(block.Contains(ExtensionType.ServerName));
        Assert.False(block.Contains(ExtensionType.Cookie));
        Assert.False(block.TryFind(ExtensionType.Cookie, out _));
    }

    [Theory]
    [InlineData("[0008] 0000[0000] 0000[0000]")]
    [InlineData("[000d] 0000[0000] 000a[0001]77 0000[0000]")]
    [InlineData("[0009] 9a9a[0000] 9a9a[0001]77")]
    public void Refuses_a_type_that_stands_twice(string hex) =>
        Refused.With(AlertDescription.IllegalParameter, TlsReason.DuplicateExtension, () => Decode(hex));

    [Fact]
    public void Takes_128_extensions_and_refuses_129()
    {
        Assert.Equal(128, Decode(Many(128)).Entries.Count);
        Refused.With(AlertDescription.DecodeError, TlsReason.TooManyEntries, () => Decode(Many(129)));

        static string Many(int count) =>
            (count * 4).ToString("x4") + string.Concat(Enumerable.Range(0, count).Select(i => $"{0x4000 + i:x4}0000"));
    }

    [Fact]
    public void An_empty_block_is_not_an_absent_one()
    {
        Assert.False(Decode("0000").IsAbsent);
        Assert.True(ExtensionBlock.Absent.IsAbsent);
        Assert.Equal([0, 0], WireCase.Encoded(ExtensionBlock.Empty.Encode));
        Assert.Empty(WireCase.Encoded(ExtensionBlock.Absent.Encode));
    }

    [Fact]
    public void Building_encodes_at_once_in_the_given_order_and_leaves_out_nulls()
    {
        byte[] cookie = [1, 2];
        ExtensionBlock block = ExtensionBlock.Of(new Cookie(cookie), null, new EarlyDataIndication());
        cookie[0] = 9;

        Assert.Equal(WireSample.Hex("000c 002c0004 00020102 002a0000"), WireCase.Encoded(block.Encode));
    }

    [Fact]
    public void Building_from_nothing_gives_the_empty_block()
    {
        Assert.Same(ExtensionBlock.Empty, ExtensionBlock.Of());
        Assert.Same(ExtensionBlock.Empty, ExtensionBlock.Of(null, null));
    }

    private static ExtensionBlock Decode(string hex)
    {
        var reader = new WireReader(WireSample.Hex(hex), "ClientHello");
        ExtensionBlock block = ExtensionBlock.Decode(ref reader, "ClientHello");
        reader.ExpectEnd();
        return block;
    }
}
