using System.Text;
using Aksu.Pki.Names;

namespace Aksu.Pki.Tests.Names;

public sealed class DnsNameRulesTests
{
    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("EXAMPLE.com", "example.COM", true)]
    [InlineData("example.com", "www.example.com", false)]
    [InlineData("*.example.com", "www.example.com", true)]
    [InlineData("*.example.com", "example.com", false)]
    [InlineData("*.example.com", "a.b.example.com", false)]
    [InlineData("*.example.com", ".example.com", false)]
    [InlineData("*.com", "example.com", false)]
    [InlineData("*", "example.com", false)]
    [InlineData("w*.example.com", "www.example.com", false)]
    [InlineData("*w.example.com", "www.example.com", false)]
    [InlineData("www.*.com", "www.example.com", false)]
    [InlineData("*.*.com", "www.example.com", false)]
    [InlineData("example.com.", "example.com", false)]
    [InlineData("example.com\0", "example.com", false)]
    [InlineData("*.xn--bcher-kva.example", "www.xn--bcher-kva.example", true)]
    public void Wildcards_stand_for_one_whole_leftmost_label(string presented, string reference, bool matches) =>
        Assert.Equal(matches, DnsNameRules.Matches(Encoding.ASCII.GetBytes(presented), Encoding.ASCII.GetBytes(reference)));
}
