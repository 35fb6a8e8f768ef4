using Aksu.Ca.Writing;
using Aksu.Pki.Tests.Building;

namespace Aksu.Pki.Tests.Parsing;

/// <summary>
/// The purposes of extKeyUsage (RFC 5280 §4.2.1.12): what is not known is a purpose all the same, and not the one that is asked for.
/// </summary>
public sealed class PurposeTests
{
    private static readonly TestNode Root = TestNode.Root();

    [Theory]
    [InlineData("06082B06010505070301", ExtendedKeyUsage.ServerAuth)]
    [InlineData("06082B06010505070302", ExtendedKeyUsage.ClientAuth)]
    [InlineData("06082B06010505070303", ExtendedKeyUsage.CodeSigning)]
    [InlineData("06082B06010505070304", ExtendedKeyUsage.EmailProtection)]
    [InlineData("06082B06010505070308", ExtendedKeyUsage.TimeStamping)]
    [InlineData("06082B06010505070309", ExtendedKeyUsage.OcspSigning)]
    [InlineData("0604551D2500", ExtendedKeyUsage.Any)]
    [InlineData("06082B0601050507030A", ExtendedKeyUsage.Other)]
    [InlineData("06082B06010505070401", ExtendedKeyUsage.Other)]
    [InlineData("06072B060105050703", ExtendedKeyUsage.Other)]
    [InlineData("06092B0601050507030101", ExtendedKeyUsage.Other)]
    [InlineData("06082B0601050507030106082B06010505070305", ExtendedKeyUsage.ServerAuth | ExtendedKeyUsage.Other)]
    public void Each_is_read_for_what_it_is(string purposes, ExtendedKeyUsage expected)
    {
        byte[] list = Convert.FromHexString(purposes);
        Certificate leaf = Root.Leaf(template => template with
        {
            Overrides = [new ExtensionTemplate("2.5.29.37", false, [0x30, (byte)list.Length, .. list])],
        });

        Assert.Equal(expected, leaf.ExtendedKeyUsage);
        bool isForServers = (expected & (ExtendedKeyUsage.ServerAuth | ExtendedKeyUsage.Any)) != 0;
        Assert.Equal(isForServers, Verifying.Verify(Verifying.Trusting(Root.Certificate), leaf).IsAccepted);
    }
}
