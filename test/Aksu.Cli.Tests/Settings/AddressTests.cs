using Aksu.Cli.Settings;

namespace Aksu.Cli.Tests.Settings;

public sealed class AddressTests
{
    [Theory]
    [InlineData("example.com", "example.com:443")]
    [InlineData("example.com:8443", "example.com:8443")]
    [InlineData("192.0.2.1:1", "192.0.2.1:1")]
    [InlineData("::1", "[::1]:443")]
    [InlineData("[::1]", "[::1]:443")]
    [InlineData("[2001:db8::1]:65535", "[2001:db8::1]:65535")]
    [InlineData("bücher.example", "bücher.example:443")]
    public void A_server_is_a_host_and_perhaps_a_port(string text, string meaning) =>
        Assert.Equal(meaning, HostAndPort.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(":443")]
    [InlineData("example.com:")]
    [InlineData("example.com:0")]
    [InlineData("example.com:65536")]
    [InlineData("example.com:+1")]
    [InlineData("example.com: 1")]
    [InlineData("[::1]443")]
    [InlineData("[::1")]
    [InlineData("exa mple.com")]
    [InlineData("example.com/path")]
    public void Anything_else_is_refused(string text) => Assert.Throws<FormatException>(() => HostAndPort.Parse(text));

    [Theory]
    [InlineData("8443", "127.0.0.1:8443")]
    [InlineData("0", "127.0.0.1:0")]
    [InlineData(":8443", "127.0.0.1:8443")]
    [InlineData("localhost:8443", "127.0.0.1:8443")]
    [InlineData("0.0.0.0:80", "0.0.0.0:80")]
    [InlineData("[::1]:80", "[::1]:80")]
    [InlineData("*:80", "[::]:80")]
    public void A_place_to_listen_is_an_address_and_a_port(string text, string meaning) =>
        Assert.Equal(meaning, ListenAddress.TextOf(ListenAddress.Parse(text)));
}
