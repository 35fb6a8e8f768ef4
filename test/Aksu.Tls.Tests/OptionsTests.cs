using Aksu.Pki;
using Aksu.Pki.Revocation;
using Aksu.Pki.Transparency;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Negotiation;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Values_are_checked_when_they_are_set()
    {
        Assert.Throws<ArgumentException>(() => new TlsClientOptions { Versions = [] });
        Assert.Throws<ArgumentException>(() => new TlsClientOptions { CipherSuites = [] });
        Assert.Throws<ArgumentException>(() => new TlsClientOptions { ApplicationProtocols = [""] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsClientOptions { RecordSizeLimit = 63 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsClientOptions { RecordSizeLimit = 16_386 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsClientOptions { HandshakeTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsClientOptions { HandshakeTimeout = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsClientOptions { CloseTimeout = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsServerOptions { TicketCount = 17 });
        Assert.Throws<ArgumentNullException>(() => new TlsClientOptions { Verification = null! });
        Assert.Throws<ArgumentException>(() => new TlsClientOptions { Identities = [null!] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsListenerOptions { Backlog = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TlsListenerOptions { MaxConcurrentHandshakes = 0 });
    }

    [Fact]
    public void Contradictions_are_found_when_a_client_or_server_is_made()
    {
        Assert.Throws<ArgumentException>(
            () => new TlsClient(new TlsClientOptions { Groups = [NamedGroup.X25519], KeyShareGroups = [NamedGroup.Secp256r1] }));
        Assert.Throws<ArgumentException>(() => new TlsClient(new TlsClientOptions
        {
            DangerousSkipVerification = true,
            VerifyPeer = static (_, _) => ValueTask.FromResult(PeerDecision.FollowVerdict),
        }));
        Assert.Throws<ArgumentException>(() => new TlsServer(new TlsServerOptions()));
        Assert.Throws<ArgumentException>(
            () => new TlsServer(TestAuthority.ServerOptions with { ClientAuthentication = ClientAuthentication.Required }));
        Assert.Throws<ArgumentNullException>(() => new TlsServer(null!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("300.1.1.1.1:")]
    public async Task A_host_that_is_none_is_refused(string host)
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        await using Stream _ = a;
        await using Stream __ = b;
        var client = new TlsClient(TestAuthority.ClientOptions);
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await client.AuthenticateAsync(a, host));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await client.ConnectAsync(host, 1));
    }

    [Fact]
    public async Task A_transport_must_be_readable_and_writable()
    {
        using var readOnly = new MemoryStream([], writable: false);
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await new TlsClient(TestAuthority.ClientOptions).AuthenticateAsync(readOnly, TestAuthority.Host));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await new TlsServer(TestAuthority.ServerOptions).AuthenticateAsync(readOnly));
    }

    [Fact]
    public void Setting_one_value_keeps_the_others()
    {
        var options = new TlsServerOptions { Identities = [TestAuthority.Server], TicketCount = 5, ApplicationProtocols = ["x"] };
        TlsServerOptions changed = options with { Versions = [ProtocolVersion.Tls13] };
        Assert.Equal(5, changed.TicketCount);
        Assert.Equal(["x"], changed.ApplicationProtocols);
        Assert.Equal(TimeSpan.FromSeconds(10), changed.HandshakeTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), new TlsClientOptions().HandshakeTimeout);
    }

    [Fact]
    public void The_authentication_context_covers_every_property_of_the_policy()
    {
        // Whoever adds a property to one of these has to decide about AuthenticationContext, and then about this list.
        Covers<VerificationPolicy>(
            nameof(VerificationPolicy.Trust), nameof(VerificationPolicy.Intermediates), nameof(VerificationPolicy.Profile),
            nameof(VerificationPolicy.MaxIntermediates), nameof(VerificationPolicy.MinimumRsaKeySizeInBits), nameof(
                VerificationPolicy.Pins),
            nameof(VerificationPolicy.Revocation), nameof(VerificationPolicy.Transparency), nameof(VerificationPolicy.Budget),
            nameof(VerificationPolicy.TimeProvider));
        Covers<RevocationPolicy>(
            nameof(RevocationPolicy.Mode), nameof(RevocationPolicy.Scope), nameof(RevocationPolicy.Crls), nameof(RevocationPolicy.Fetcher),
            nameof(RevocationPolicy.ClockTolerance), nameof(RevocationPolicy.MaxAgeWithoutNextUpdate));
        Covers<TransparencyPolicy>(
            nameof(TransparencyPolicy.Logs), nameof(TransparencyPolicy.RequiredLogs), nameof(TransparencyPolicy.ClockTolerance));

        static void Covers<T>(params string[] known) => Assert.Equal(
            known.Order(StringComparer.Ordinal),
            typeof(T).GetProperties().Where(static p => !p.GetMethod!.IsStatic).Select(static p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_authentication_context_is_the_same_for_the_same_options_and_another_for_others()
    {
        TlsClientOptions options = TestAuthority.ClientOptions;
        byte[] context = AuthenticationContext.Of(options);
        Assert.Equal(context, AuthenticationContext.Of(options with { Grease = false }));
        Assert.Equal(context, AuthenticationContext.Of(options with { Trust = TrustStore.Of(TestAuthority.Authority.RootCertificate) }));
        TlsClientOptions[] others =
        [
            options with { Trust = TrustStore.Empty },
            options with { Verification = new VerificationPolicy { Profile = CertificateProfile.WebPki } },
            options with { Verification = new VerificationPolicy { MaxIntermediates = 1 } },
            options with { Verification = new VerificationPolicy { MinimumRsaKeySizeInBits = 3072 } },
            options with { Verification = new VerificationPolicy { Pins = [new byte[32]] } },
            options with { Verification = new VerificationPolicy { Intermediates = [TestAuthority.Authority.IntermediateCertificate!] } },
            options with { Verification = new VerificationPolicy { Budget = new VerificationBudget { MaxPaths = 1 } } },
            options with { Verification = new VerificationPolicy { Revocation = RevocationPolicy.Off } },
            options with { Verification = new VerificationPolicy { Revocation = new RevocationPolicy { Crls = CrlStore.Of() } } },
            options with { Verification = new VerificationPolicy { Transparency = new TransparencyPolicy { Logs = [] } } },
            options with { Identities = [TestAuthority.Client] },
            options with { VerifyPeer = static (_, _) => ValueTask.FromResult(PeerDecision.FollowVerdict) },
            options with { SelectIdentity = static (_, _) => ValueTask.FromResult<TlsIdentity?>(null) },
            options with { DangerousSkipVerification = true },
            options with { PeerCertificateTypes = [CertificateType.RawPublicKey] },
            options with { TrustedPublicKeys = [TestAuthority.Server.Certificate.PublicKey] },
        ];
        Assert.Equal(
            others.Length + 1, others.Select(AuthenticationContext.Of).Append(context).Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void The_names_of_an_identity_are_those_of_its_certificate()
    {
        TlsIdentity identity = TestAuthority.Server;
        Assert.Equal([TestAuthority.Host, "localhost", "127.0.0.1"], identity.Names);
        Assert.False(identity.IsRemote);
        Assert.Equal(TestAuthority.Server.Certificate, identity.Certificate);
        Assert.Equal([SignatureScheme.EcdsaSecp256r1Sha256], identity.CertifiedKey.ChainSignatureSchemes);
        Assert.Equal(2, identity.CertifiedKey.IssuerNames.Count);
    }

    [Fact]
    public void The_root_is_not_sent()
    {
        using Identity withRoot =
            Identity.Create([.. TestAuthority.Other.Chain, TestAuthority.Authority.RootCertificate], new KeptKey(TestAuthority.Other.Key));
        Assert.Equal(2, TlsIdentity.From(withRoot).Chain.Count);
    }
}
