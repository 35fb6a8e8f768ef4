using System.Net;

namespace Aksu.Pki.Tests.Names;

public sealed class ServerIdentityTests
{
    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("EXAMPLE.com.", "example.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("한국.kr", "xn--3e0b707e.kr")]
    [InlineData("localhost", "localhost")]
    [InlineData("my_host.example", "my_host.example")]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("2001:DB8::1", "2001:db8::1")]
    [InlineData("[2001:db8::1]", "2001:db8::1")]
    public void Takes_hosts_as_people_type_them(string host, string text) => Assert.Equal(text, ServerIdentity.Parse(host).Text);

    [Theory]
    [InlineData("192.0.2.1", true)]
    [InlineData("::1", true)]
    [InlineData("example.com", false)]
    public void Tells_addresses_from_names(string host, bool isAddress) => Assert.Equal(isAddress, ServerIdentity.Parse(host).IsIPAddress);

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..b")]
    [InlineData(".example.com")]
    [InlineData("-a.example")]
    [InlineData("a-.example")]
    [InlineData("*.example.com")]
    [InlineData("exa mple.com")]
    [InlineData("example.com\0.evil.example")]
    [InlineData("1")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("01.2.3.4")]
    [InlineData("256.1.1.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[example.com]")]
    [InlineData("user@example.com")]
    [InlineData("bü..example")]
    [InlineData("ü\u200B@example")]
    [InlineData("example.com:443")]
    public void Refuses_what_is_neither_name_nor_address(string host) => Assert.False(ServerIdentity.TryParse(host, out _));

    [Fact]
    public void Labels_may_have_63_characters_and_names_253()
    {
        string label = new('a', 63);
        Assert.True(ServerIdentity.TryParse(label + ".example", out _));
        Assert.False(ServerIdentity.TryParse("a" + label + ".example", out _));
        string longest = string.Join('.', label, label, label, new string('a', 61));
        Assert.True(ServerIdentity.TryParse(longest, out _));
        Assert.False(ServerIdentity.TryParse(longest + "a", out _));
    }

    [Fact]
    public void An_address_given_as_such_equals_the_parsed_one() =>
        Assert.Equal(ServerIdentity.Parse("::1"), ServerIdentity.Of(IPAddress.IPv6Loopback));
}
