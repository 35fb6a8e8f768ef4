using System.Text;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages.Extensions;

/// <summary>RFC 6066 §3.</summary>
public sealed class ServerNameTests
{
    private static readonly string Label63 = new('a', 63);

    public static TheoryData<string> Valid =>
    [
        "a", "localhost", "example.com", "EXAMPLE.Com", "xn--bcher-kva.example", "a-b.c", "_dmarc.example.com", "1.2.3.4.example", "4chan",
        "1e1", "0x7f", Label63 + ".example", $"{Label63}.{Label63}.{Label63}.{Label63}",
    ];

    public static TheoryData<string> Invalid =>
    [
        ".", "..", "example..", ".example.com", "a..b", "1.2.3.4.5.", "[::1", "exam ple.com", "a\0b.com",
        "example.com/", "user@example.com", "*.example.com", "b\u00fccher.example", "a,b", Label63 + "a.example",
        $"{Label63}.{Label63}.{Label63}.{Label63}.a",
    ];

    public static TheoryData<string> Ignored =>
        ["example.com.", "1.2.3.4", "1.2.3.4.", "127.1", "1", "::1", "[::1]", "2001:db8::1", "fe80::1%eth0", "::ffff:192.0.2.1"];

    [Theory]
    [MemberData(nameof(Valid))]
    public void Takes_a_host_name(string name)
    {
        Assert.True(HostNameSyntax.IsValid(name));
        Assert.Equal(name, ServerNameOffer.Decode(WireCase.Encoded(new ServerNameOffer(name).Encode)).HostName);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Refuses_what_is_no_host_name(string name)
    {
        Assert.False(HostNameSyntax.IsValid(name));
        byte[] body = List((0, Encoding.Latin1.GetBytes(name)));
        Refused.AsIllegal(() => ServerNameOffer.Decode(body));
    }

    [Theory]
    [MemberData(nameof(Ignored))]
    public void Passes_over_an_address_and_a_name_with_a_trailing_dot(string name)
    {
        Assert.False(HostNameSyntax.IsValid(name));
        Assert.Null(ServerNameOffer.Decode(List((0, Encoding.Latin1.GetBytes(name)))).HostName);
    }

    [Fact]
    public void An_empty_list_and_an_empty_name_are_malformed()
    {
        Refused.AsMalformed(() => ServerNameOffer.Decode(WireSample.Hex("0000")));
        Refused.AsMalformed(() => ServerNameOffer.Decode(WireSample.Hex("0003 00 0000")));
        Assert.False(HostNameSyntax.IsValid(""));
    }

    [Fact]
    public void A_name_of_unknown_type_is_passed_over()
    {
        Assert.Equal("a", ServerNameOffer.Decode(List((7, [1, 2]), (0, "a"u8.ToArray()), (9, [3]))).HostName);
    }

    [Fact]
    public void A_list_without_a_host_name_or_with_two_is_illegal()
    {
        Refused.AsIllegal(() => ServerNameOffer.Decode(List((7, [1, 2]))));
        Refused.AsIllegal(() => ServerNameOffer.Decode(List((0, "a"u8.ToArray()), (0, "a"u8.ToArray()))));
        Refused.AsIllegal(() => ServerNameOffer.Decode(List((0, "::1"u8.ToArray()), (0, "a"u8.ToArray()))));
    }

    [Fact]
    public void Takes_16_names_and_refuses_17()
    {
        Assert.Equal("a", ServerNameOffer.Decode(Many(15)).HostName);
        Refused.With(AlertDescription.DecodeError, TlsReason.TooManyEntries, () => ServerNameOffer.Decode(Many(16)));

        static byte[] Many(int others) =>
            List([(0, "a"u8.ToArray()), .. Enumerable.Range(1, others).Select(i => ((byte)i, new byte[] { 1 }))]);
    }

    private static byte[] List(params (byte Type, byte[] Name)[] names) => WireCase.Encoded(writer =>
    {
        using var list = writer.Vector16();
        foreach ((byte type, byte[] name) in names)
        {
            writer.WriteUInt8(type);
            using var scope = writer.Vector16();
            writer.WriteBytes(name);
        }
    });
}
