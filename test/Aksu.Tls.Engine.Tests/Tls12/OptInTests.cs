using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Tests.Support;

namespace Aksu.Tls.Engine.Tests.Tls12;

/// <summary>What is dangerous is off until somebody asks for it by name, and whoever watches is told.</summary>
public sealed class OptInTests
{
    [Theory]
    [InlineData(0x0301)]
    [InlineData(0x0302)]
    public void Legacy_versions_need_their_option(ushort version)
    {
        ProtocolVersion[] versions = [new ProtocolVersion(version)];

        var refused = Assert.Throws<ArgumentException>(() => new ClientEngine(Older.Client with { Versions = versions }));
        Assert.Contains(nameof(HandshakeOptions.DangerousLegacyVersions), refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ServerEngine(Older.Server with { Versions = versions }));
        new ClientEngine(Older.Client with { Versions = versions, DangerousLegacyVersions = true }).Dispose();
    }

    [Fact]
    public void Rsa_key_transport_needs_its_option()
    {
        CipherSuite[] suites = [CipherSuite.RsaAes128GcmSha256];

        var refused = Assert.Throws<ArgumentException>(() => new ClientEngine(Older.Client with { CipherSuites = suites }));
        Assert.Contains(nameof(HandshakeOptions.DangerousRsaKeyTransport), refused.Message, StringComparison.Ordinal);
        new ClientEngine(Older.Client with { CipherSuites = suites, DangerousRsaKeyTransport = true }).Dispose();
    }

    [Fact]
    public void One_option_turns_rsa_key_transport_on()
    {
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { CipherSuites = [CipherSuite.RsaAes128GcmSha256], DangerousRsaKeyTransport = true },
            Older.Server with { DangerousRsaKeyTransport = true });

        Assert.Equal(CipherSuite.RsaAes128GcmSha256, pair.ClientEngine.Parameters!.CipherSuite);
        Assert.Null(pair.ClientEngine.Parameters.Group);
    }

    [Fact]
    public void Even_when_it_is_on_a_fresh_key_exchange_is_preferred()
    {
        using EnginePair pair = Shake.Hands(
            Older.Client with { DangerousRsaKeyTransport = true }, Older.Server with { DangerousRsaKeyTransport = true });

        Assert.NotNull(pair.ClientEngine.Parameters!.Group);
    }

    [Fact]
    public void One_option_turns_legacy_versions_on()
    {
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { Versions = [ProtocolVersion.Tls10], DangerousLegacyVersions = true },
            Older.Server with
            {
                Versions = [ProtocolVersion.Tls12, ProtocolVersion.Tls11, ProtocolVersion.Tls10],
                DangerousLegacyVersions = true,
            });

        Assert.Equal(ProtocolVersion.Tls10, pair.ServerEngine.Parameters!.Version);
    }

    [Fact]
    public void Finite_fields_need_a_group()
    {
        var refused = Assert.Throws<ArgumentException>(
            () => new ClientEngine(Older.Client with { CipherSuites = [CipherSuite.DheRsaAes128GcmSha256] }));
        Assert.Contains("ffdhe2048", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Suites_of_a_pre_shared_key_need_one()
    {
        Assert.Throws<ArgumentException>(() => new ClientEngine(Older.Client with { CipherSuites = [CipherSuite.PskAes128GcmSha256] }));
        using EnginePair pair = Shake.AndTalk(
            Older.Client with { PreSharedKeys = [Older.PreSharedKey] }, Older.Server with { PreSharedKeys = [Older.PreSharedKey] });

        Assert.Equal(CipherSuite.EcdhePskAes128GcmSha256, pair.ClientEngine.Parameters!.CipherSuite);
        Assert.True(pair.ClientEngine.Parameters.IsExternalPreSharedKey);
    }

    [Fact]
    public void A_version_without_a_suite_is_left_out()
    {
        ClientHandshakeOptions options = Shake.Client with { CipherSuites = [CipherSuite.Aes128GcmSha256] };

        Assert.True(options.Has(ProtocolVersion.Tls13));
        Assert.False(options.Has(ProtocolVersion.Tls12));
    }

    [Fact]
    public void No_version_at_all_is_refused() => Assert.Throws<ArgumentException>(
        () => new ClientEngine(Older.Client with { CipherSuites = [CipherSuite.Aes128GcmSha256] }));

    [Fact]
    public void Default_suites_have_forward_secrecy_and_authenticated_ciphers()
    {
        IEnumerable<string> names = DefaultParameters.CipherSuites
            .Select(suite => suite.ToString())
            .Where(name => name.Contains("WITH", StringComparison.Ordinal));

        Assert.All(names, name => Assert.Matches(
            "^TLS_ECDHE_(ECDSA|RSA)_WITH_(AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256)$", name));
    }

    [Theory]
    [InlineData(0x009c, 0x0303, "no forward secrecy")]
    [InlineData(0x00a8, 0x0303, "no forward secrecy")]
    [InlineData(0xc013, 0x0301, "TLS 1.0 is deprecated")]
    [InlineData(0xc013, 0x0302, "TLS 1.1 is deprecated")]
    public void An_observer_is_told_what_is_weaker(ushort suite, ushort version, string expected)
    {
        var ofClient = new CollectedEvents();
        var ofServer = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Older.ClientFor(new CipherSuite(suite), new ProtocolVersion(version)) with { Observer = ofClient },
            Older.ServerFor(new CipherSuite(suite), new ProtocolVersion(version)) with { Observer = ofServer });

        foreach (CollectedEvents events in new[] { ofClient, ofServer })
        {
            Assert.Contains(
                events.Lines,
                line => line.StartsWith("WeakenedByOption", StringComparison.Ordinal) && line.Contains(expected, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_observer_is_told_that_the_main_secret_is_not_bound()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(
            Older.Client with
            {
                DangerousWithoutExtendedMainSecret = true,
                MessageRewriter = Rewriting.WithoutExtension(ExtensionType.ExtendedMainSecret),
            },
            Older.Server with { DangerousWithoutExtendedMainSecret = true, Observer = events });

        Assert.Contains(
            events.Lines,
            static line => line.StartsWith("WeakenedByOption", StringComparison.Ordinal)
                && line.Contains("not bound to the handshake", StringComparison.Ordinal));
    }

    [Fact]
    public void An_observer_is_told_of_nothing_by_default()
    {
        var events = new CollectedEvents();
        using EnginePair pair = Shake.Hands(Older.Client with { Observer = events }, Older.Server with { Observer = events });

        Assert.DoesNotContain(events.Lines, line => line.StartsWith("WeakenedByOption", StringComparison.Ordinal));
    }
}
