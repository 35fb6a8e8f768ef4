using Aksu.Pki;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>Peers that are known by their key alone (RFC 7250).</summary>
public sealed class RawPublicKeyTests
{
    private static readonly CertificateType[] KeysAlone = [CertificateType.RawPublicKey];

    public static TheoryData<ushort> Versions => [0x0304, 0x0303];

    private static TlsServerOptions ServerOptions => new() { Identities = [TlsIdentity.FromRawPublicKey(TestAuthority.Server.Key)] };

    private static TlsClientOptions ClientOptions => new()
    {
        PeerCertificateTypes = KeysAlone,
        TrustedPublicKeys = [TestAuthority.Server.Certificate.PublicKey],
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_trusted_key_is_accepted_whatever_the_name(ushort version)
    {
        await using Connected pair = await Connected.Make(Of(ClientOptions, version), ServerOptions);
        await pair.Exchange();

        Assert.True(pair.Client.Info.Verdict?.IsAccepted);
        Assert.Contains("raw public key", pair.Client.Info.Verdict!.Reason, StringComparison.Ordinal);
        Assert.Equal(TestAuthority.Server.Certificate.PublicKey.Der.ToArray(), pair.Client.Info.PeerPublicKey!.Der.ToArray());
        Assert.Null(pair.Client.Info.PeerCertificate);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Another_key_is_refused_and_the_peer_is_told_so(ushort version)
    {
        (TlsException? client, TlsException? server) = await Connected.Fail(
            Of(ClientOptions, version) with { TrustedPublicKeys = [TestAuthority.Client.Certificate.PublicKey] }, ServerOptions);

        Assert.Equal(TlsReason.PeerCertificateRefused, client?.Reason);
        Assert.Equal(VerificationFailure.PinMismatch, client?.Verdict?.Failure);
        Assert.Contains("raw public key", client!.Message, StringComparison.Ordinal);
        Assert.Equal(AlertDescription.CertificateUnknown, server?.Alert);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Both_sides_know_each_other_by_key(ushort version)
    {
        await using Connected pair = await Connected.Make(
            Of(ClientOptions, version) with { Identities = [TlsIdentity.FromRawPublicKey(TestAuthority.Client.Key)] },
            ServerOptions with
            {
                ClientAuthentication = ClientAuthentication.Required,
                PeerCertificateTypes = KeysAlone,
                TrustedPublicKeys = [TestAuthority.Client.Certificate.PublicKey],
            });
        await pair.Exchange();

        Assert.True(pair.Server.Info.Verdict?.IsAccepted);
        Assert.NotNull(pair.Server.Info.PeerPublicKey);
    }

    [Fact]
    public async Task A_client_whose_key_is_not_trusted_is_refused()
    {
        (TlsException? client, TlsException? server) = await Connected.Fail(
            ClientOptions with { Identities = [TlsIdentity.FromRawPublicKey(TestAuthority.Other.Key)] },
            ServerOptions with
            {
                ClientAuthentication = ClientAuthentication.Required,
                PeerCertificateTypes = KeysAlone,
                TrustedPublicKeys = [TestAuthority.Client.Certificate.PublicKey],
            });

        Assert.Equal(VerificationFailure.PinMismatch, server?.Verdict?.Failure);
        Assert.True(client?.SentByPeer);
    }

    [Fact]
    public async Task A_certificate_of_a_trusted_key_does_not_pass_for_the_key()
    {
        (TlsException? client, TlsException? server) = await Connected.Fail(ClientOptions, TestAuthority.ServerOptions);

        Assert.Equal(AlertDescription.UnsupportedCertificate, server?.Alert);
        Assert.True(client?.SentByPeer);
    }

    [Fact]
    public async Task Who_takes_both_verifies_a_certificate_as_ever()
    {
        TlsClientOptions both = ClientOptions with
        {
            PeerCertificateTypes = [CertificateType.RawPublicKey, CertificateType.X509],
            Trust = TestAuthority.Trust,
        };
        await using (Connected pair = await Connected.Make(both, TestAuthority.ServerOptions))
        {
            await pair.Exchange();
            Assert.NotNull(pair.Client.Info.PeerCertificate);
            Assert.Null(pair.Client.Info.PeerPublicKey);
        }

        // The key in it is trusted as a raw key; its certificate is for another name all the same.
        (TlsException? client, _) = await Connected.Fail(both, TestAuthority.ServerOptions, host: TestAuthority.OtherHost);
        Assert.Equal(VerificationFailure.NameMismatch, client?.Verdict?.Failure);
    }

    [Fact]
    public async Task A_hook_decides_where_no_key_is_known_beforehand()
    {
        PeerVerification? seen = null;
        TlsClientOptions options = new()
        {
            PeerCertificateTypes = KeysAlone,
            VerifyPeer = (peer, _) =>
            {
                seen = peer;
                return ValueTask.FromResult(PeerDecision.DangerousAccept("looked up"));
            },
        };
        await using Connected pair = await Connected.Make(options, ServerOptions);
        await pair.Exchange();

        Assert.Equal(CertificateType.RawPublicKey, seen!.CertificateType);
        Assert.False(seen.Verdict.IsAccepted);
        Assert.Equal(TestAuthority.Server.Certificate.PublicKey.Der.ToArray(), Assert.Single(seen.Certificates).ToArray());
    }

    [Fact]
    public async Task A_hook_that_says_nothing_accepts_nothing()
    {
        (TlsException? client, _) = await Connected.Fail(
            new TlsClientOptions
            {
                PeerCertificateTypes = KeysAlone,
                VerifyPeer = static (_, _) => ValueTask.FromResult(PeerDecision.FollowVerdict),
            },
            ServerOptions);

        Assert.Equal(TlsReason.PeerCertificateRefused, client?.Reason);
    }

    [Fact]
    public async Task A_session_goes_on_with_the_key_and_only_while_it_is_trusted()
    {
        using var cache = new ClientSessionCache();
        var server = new TlsServer(ServerOptions);
        TlsClientOptions options = ClientOptions with { SessionCache = cache };
        var client = new TlsClient(options);
        for (int i = 0; i < 2; i++)
        {
            await using Connected pair = await Connected.Make(client, server);
            await pair.Exchange();
            Assert.Equal(i > 0, pair.Client.Info.IsResumed);
            Assert.NotNull(pair.Client.Info.PeerPublicKey);
        }

        var other = new TlsClient(options with
        {
            TrustedPublicKeys = [.. options.TrustedPublicKeys, TestAuthority.Client.Certificate.PublicKey],
        });
        await using Connected third = await Connected.Make(other, server);
        Assert.False(third.Client.Info.IsResumed);
    }

    [Fact]
    public void Nobody_takes_raw_keys_without_saying_which()
    {
        Assert.Throws<ArgumentException>(() => new TlsClient(new TlsClientOptions { PeerCertificateTypes = KeysAlone }));
        Assert.Throws<ArgumentException>(() => new TlsServer(TestAuthority.ServerOptions with { PeerCertificateTypes = KeysAlone }));
        Assert.Throws<ArgumentException>(
            () => new TlsClient(new TlsClientOptions { TrustedPublicKeys = [TestAuthority.Server.Certificate.PublicKey] }));
    }

    [Fact]
    public void An_identity_of_a_raw_key_has_no_certificate()
    {
        TlsIdentity identity = TlsIdentity.FromRawPublicKey(TestAuthority.Server.Key);

        Assert.Empty(identity.Chain);
        Assert.Empty(identity.Names);
        Assert.Throws<InvalidOperationException>(() => identity.Certificate);
        Assert.Equal(TestAuthority.Server.Certificate.PublicKey.Der.ToArray(), identity.RawPublicKey!.Der.ToArray());
        Assert.StartsWith("raw public key, ", identity.ToString(), StringComparison.Ordinal);
    }

    private static TlsClientOptions Of(TlsClientOptions options, ushort version) =>
        options with { Versions = [new ProtocolVersion(version)] };
}
