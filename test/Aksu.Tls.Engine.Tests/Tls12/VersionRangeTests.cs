using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>
/// Versions are a range: the hellos of TLS 1.2 and before can only name the highest one, and the downgrade sentinels (RFC 9846 §4.2.3)
/// tell a version that was left out from one that an attacker took away no more than the peer could.
/// </summary>
public sealed class VersionRangeTests
{
    [Theory]
    [InlineData(0x0304, 0x0302)]
    [InlineData(0x0304, 0x0301)]
    [InlineData(0x0303, 0x0301)]
    [InlineData(0x0304, 0x0302, 0x0301)]
    [InlineData(0x0301, 0x0303)]
    public void A_version_in_the_middle_cannot_be_left_out(params int[] versions)
    {
        ProtocolVersion[] chosen = [.. versions.Select(version => new ProtocolVersion((ushort)version))];

        var refused = Assert.Throws<ArgumentException>(
            () => new ClientEngine(Shake.Client with { Versions = chosen, DangerousLegacyVersions = true }));
        Assert.Contains(nameof(HandshakeOptions.Versions), refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            () => new ServerEngine(Shake.Server with { Versions = chosen, DangerousLegacyVersions = true }));
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0302)]
    [InlineData(0x0303, 0x0304)]
    [InlineData(0x0304, 0x0303, 0x0302)]
    [InlineData(0x0302, 0x0301, 0x0303, 0x0304)]
    public void Any_range_in_any_order_is_taken(params int[] versions)
    {
        ProtocolVersion[] chosen = [.. versions.Select(version => new ProtocolVersion((ushort)version))];

        new ClientEngine(Shake.Client with { Versions = chosen, DangerousLegacyVersions = true }).Dispose();
        new ServerEngine(Shake.Server with { Versions = chosen, DangerousLegacyVersions = true }).Dispose();
    }

    [Fact]
    public void A_version_that_has_no_suite_is_a_hole_as_well()
    {
        // ChaCha20 alone is no suite of TLS 1.1 that has CBC, and none of TLS 1.2 is named.
        HandshakeOptions options = Shake.Client with
        {
            Versions = [ProtocolVersion.Tls13, ProtocolVersion.Tls12],
            CipherSuites = [CipherSuite.ChaCha20Poly1305Sha256],
        };

        // Left out at the end of the range: no hole.
        options.Validate();
        Assert.False(options.Has(ProtocolVersion.Tls12));
    }
}
