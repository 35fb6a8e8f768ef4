using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Selection;

public class SuiteSelectionTests
{
    [Fact]
    public void A_copy_that_changes_nothing_of_it_shares_the_selection()
    {
        var options = new ClientHandshakeOptions();
        ClientHandshakeOptions copy = options with { ServerName = "another.example", Sessions = [] };
        Assert.Same(options.Selection, options.Selection);
        Assert.Same(options.Selection, (options with { ServerName = "another.example" }).Selection);
        Assert.Equal(options.EnabledSuites, copy.EnabledSuites);
    }

    [Fact]
    public void A_copy_with_other_suites_or_versions_has_its_own()
    {
        var options = new ClientHandshakeOptions();
        Assert.True(options.Has(ProtocolVersion.Tls13));
        Assert.False((options with { Versions = [ProtocolVersion.Tls12] }).Has(ProtocolVersion.Tls13));
        Assert.False((options with { CipherSuites = [CipherSuite.EcdheEcdsaAes128GcmSha256] }).Has(ProtocolVersion.Tls13));
        using var keys = new ExternalKeys();
        Assert.Contains(CipherSuite.RsaAes128GcmSha256, (options with { DangerousRsaKeyTransport = true }).EnabledSuites);
        Assert.Contains(CipherSuite.EcdhePskAes128GcmSha256, (options with { PreSharedKeys = [keys.Of()] }).EnabledSuites);
        Assert.True(options.Has(ProtocolVersion.Tls13));
    }

    [Fact]
    public void What_is_found_out_takes_no_part_in_equality()
    {
        var options = new ClientHandshakeOptions { ServerName = "test.example" };
        ClientHandshakeOptions copy = options with { };
        Assert.NotNull(options.Selection);
        Assert.Equal(copy, options);
        Assert.Equal(copy.GetHashCode(), options.GetHashCode());
    }

    [Fact]
    public void A_copy_that_goes_wrong_is_refused_though_the_original_was_not()
    {
        var options = new ClientHandshakeOptions();
        options.ValidateOnce();
        Assert.Throws<ArgumentException>(() => (options with { CipherSuites = [CipherSuite.RsaAes128GcmSha256] }).ValidateOnce());
        Assert.Throws<ArgumentException>(() => (options with { Versions = [ProtocolVersion.Tls11] }).ValidateOnce());
        Assert.Throws<ArgumentException>(() => (options with { KeyShareGroups = [NamedGroup.Ffdhe2048] }).ValidateOnce());
        options.ValidateOnce();
    }
}
