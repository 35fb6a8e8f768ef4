using System.Net;
using System.Text;
using Aksu.Pki.Names;

namespace Aksu.Pki.Tests.Names;

public sealed class NameConstraintMatcherTests
{
    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("www.example.com", "example.com", true)]
    [InlineData("www.EXAMPLE.com", "example.COM", true)]
    [InlineData("notexample.com", "example.com", false)]
    [InlineData("example.com", "www.example.com", false)]
    [InlineData("example.com", "", true)]
    [InlineData("*.example.com", "example.com", true)]
    [InlineData("*.example.com", "www.example.com", false)]
    [InlineData("www.example.com", ".example.com", true)]
    [InlineData("example.com", ".example.com", false)]
    public void Dns_names_lie_within_their_ancestors(string name, string subtree, bool isWithin) =>
        Assert.Equal(isWithin, NameConstraintMatcher.IsWithin(Text(GeneralNameKind.Dns, name), Text(GeneralNameKind.Dns, subtree)));

    [Theory]
    [InlineData("*.example.com", "www.example.com", true)]
    [InlineData("*.example.com", "a.www.example.com", false)]
    [InlineData("*.example.com", "example.com", true)]
    [InlineData("*.example.com", "com", true)]
    [InlineData("*.example.com", "example.org", false)]
    [InlineData("www.example.com", "www.example.com", true)]
    public void Wildcards_touch_what_they_stand_for(string name, string subtree, bool touches) =>
        Assert.Equal(touches, NameConstraintMatcher.Touches(Text(GeneralNameKind.Dns, name), Text(GeneralNameKind.Dns, subtree)));

    [Theory]
    [InlineData("me@example.com", "example.com", true)]
    [InlineData("me@EXAMPLE.com", "example.com", true)]
    [InlineData("me@www.example.com", "example.com", false)]
    [InlineData("me@www.example.com", ".example.com", true)]
    [InlineData("me@example.com", ".example.com", false)]
    [InlineData("me@example.com", "me@example.com", true)]
    [InlineData("Me@example.com", "me@example.com", false)]
    [InlineData("you@example.com", "me@example.com", false)]
    [InlineData("\"a@b\"@example.com", "example.com", true)]
    [InlineData("me@example.com", "", true)]
    [InlineData("me", "example.com", false)]
    [InlineData("me", "", false)]
    [InlineData("me@example.com", "me@", false)]
    public void Mailboxes_lie_at_hosts_below_domains_or_are_named(string name, string subtree, bool isWithin) =>
        Assert.Equal(isWithin, NameConstraintMatcher.IsWithin(Text(GeneralNameKind.Email, name), Text(GeneralNameKind.Email, subtree)));

    [Theory]
    [InlineData("https://example.com/path", "example.com", true)]
    [InlineData("https://example.com:8443", "example.com", true)]
    [InlineData("https://user@example.com?q", "example.com", true)]
    [InlineData("https://www.example.com/", "example.com", false)]
    [InlineData("https://www.example.com/", ".example.com", true)]
    [InlineData("https://example.com@evil.example/", "example.com", false)]
    [InlineData("https://example.com/", "", true)]
    [InlineData("urn:example:com", "", false)]
    [InlineData("urn:example:com", "example.com", false)]
    [InlineData("https://192.0.2.1/", "192.0.2.1", false)]
    public void Uris_are_judged_by_their_host(string name, string subtree, bool isWithin) =>
        Assert.Equal(isWithin, NameConstraintMatcher.IsWithin(Text(GeneralNameKind.Uri, name), Text(GeneralNameKind.Uri, subtree)));

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.0", "255.255.255.0", true)]
    [InlineData("192.0.3.77", "192.0.2.0", "255.255.255.0", false)]
    [InlineData("192.0.2.77", "0.0.0.0", "0.0.0.0", true)]
    [InlineData("2001:db8::5", "2001:db8::", "ffff:ffff::", true)]
    [InlineData("2001:db9::5", "2001:db8::", "ffff:ffff::", false)]
    [InlineData("192.0.2.77", "::", "::", false)]
    public void Addresses_lie_within_networks_of_their_kind(string address, string network, string mask, bool isWithin)
    {
        byte[] subtree = [.. IPAddress.Parse(network).GetAddressBytes(), .. IPAddress.Parse(mask).GetAddressBytes()];
        var name = new GeneralName(GeneralNameKind.IpAddress, IPAddress.Parse(address).GetAddressBytes());
        Assert.Equal(isWithin, NameConstraintMatcher.IsWithin(name, new GeneralName(GeneralNameKind.IpAddress, subtree)));
    }

    private static GeneralName Text(GeneralNameKind kind, string text) => new(kind, Encoding.ASCII.GetBytes(text));
}
