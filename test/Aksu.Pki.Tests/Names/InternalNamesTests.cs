using System.Net;
using System.Text;
using Aksu.Pki.Names;

namespace Aksu.Pki.Tests.Names;

public sealed class InternalNamesTests
{
    [Theory]
    [InlineData("localhost", true)]
    [InlineData("printer", true)]
    [InlineData("example.com", false)]
    public void Names_without_a_dot_are_of_this_network(string name, bool isInternal) =>
        Assert.Equal(isInternal, InternalNames.IsInternal(new GeneralName(GeneralNameKind.Dns, Encoding.ASCII.GetBytes(name))));

    [Theory]
    [InlineData("10.255.255.255", true)]
    [InlineData("11.0.0.0", false)]
    [InlineData("172.31.255.255", true)]
    [InlineData("172.32.0.0", false)]
    [InlineData("192.168.0.1", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("169.254.1.1", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("100.128.0.1", false)]
    [InlineData("1.1.1.1", false)]
    [InlineData("::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("2606:4700::1111", false)]
    public void Addresses_of_private_networks_are_too(string address, bool isInternal) => Assert.Equal(
        isInternal,
        InternalNames.IsInternal(new GeneralName(GeneralNameKind.IpAddress, IPAddress.Parse(address).GetAddressBytes())));

    [Theory]
    [InlineData(GeneralNameKind.Email)]
    [InlineData(GeneralNameKind.Uri)]
    public void Others_are_not(GeneralNameKind kind) =>
        Assert.False(InternalNames.IsInternal(new GeneralName(kind, Encoding.ASCII.GetBytes("localhost"))));
}
