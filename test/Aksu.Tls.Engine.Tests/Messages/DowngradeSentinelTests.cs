using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Messages;

/// <summary>RFC 9846 §4.2.3.</summary>
public sealed class DowngradeSentinelTests
{
    private static readonly ProtocolVersion[] Versions =
        [ProtocolVersion.Tls10, ProtocolVersion.Tls11, ProtocolVersion.Tls12, ProtocolVersion.Tls13];

    [Theory]
    [InlineData(0x0304, 0x0304, "")]
    [InlineData(0x0304, 0x0303, "444F574E47524401")]
    [InlineData(0x0304, 0x0302, "444F574E47524400")]
    [InlineData(0x0304, 0x0301, "444F574E47524400")]
    [InlineData(0x0303, 0x0303, "")]
    [InlineData(0x0303, 0x0302, "444F574E47524400")]
    [InlineData(0x0303, 0x0301, "444F574E47524400")]
    [InlineData(0x0302, 0x0302, "")]
    [InlineData(0x0302, 0x0301, "")]
    public void A_server_marks_its_random(ushort highest, ushort negotiated, string tail)
    {
        byte[] random = new byte[32];
        DowngradeSentinel.Mark(random, new ProtocolVersion(negotiated), new ProtocolVersion(highest));

        Assert.Equal(new byte[24], random[..24]);
        Assert.Equal(tail.Length == 0 ? "0000000000000000" : tail, Convert.ToHexString(random[24..]));
    }

    [Fact]
    public void A_client_sees_every_mark_of_a_server_that_could_do_what_it_offered()
    {
        foreach (ProtocolVersion offered in Versions)
        {
            foreach (ProtocolVersion negotiated in Versions.Where(version => version.Value <= offered.Value))
            {
                byte[] random = new byte[32];
                DowngradeSentinel.Mark(random, negotiated, ProtocolVersion.Tls13);
                bool isDowngrade = negotiated != offered && offered.Value >= ProtocolVersion.Tls12.Value;
                Assert.Equal(isDowngrade, DowngradeSentinel.ShowsDowngrade(random, negotiated, offered));
            }
        }
    }

    [Fact]
    public void A_client_of_TLS_1_3_takes_either_mark_for_a_downgrade()
    {
        byte[] random = new byte[32];
        DowngradeSentinel.ToTls11.CopyTo(random.AsSpan(24));
        Assert.True(DowngradeSentinel.ShowsDowngrade(random, ProtocolVersion.Tls12, ProtocolVersion.Tls13));
    }

    [Fact]
    public void Nothing_is_seen_in_an_unmarked_random()
    {
        foreach (ProtocolVersion offered in Versions)
        {
            Assert.All(Versions, negotiated => Assert.False(DowngradeSentinel.ShowsDowngrade(new byte[32], negotiated, offered)));
        }
    }

    [Fact]
    public void A_mark_elsewhere_than_at_the_end_says_nothing()
    {
        byte[] random = new byte[32];
        DowngradeSentinel.ToTls12.CopyTo(random.AsSpan(23));
        Assert.False(DowngradeSentinel.ShowsDowngrade(random, ProtocolVersion.Tls12, ProtocolVersion.Tls13));
    }
}
