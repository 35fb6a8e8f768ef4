using Aksu.Ca;
using Aksu.Pki;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Negotiation;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class VerificationTests
{
    [Fact]
    public async Task A_server_of_an_unknown_authority_is_refused_and_told_so()
    {
        using Identity stranger = TestAuthority.Stranger.IssueServer(TestAuthority.Host);
        await Refused(stranger, TestAuthority.Host, AlertDescription.UnknownCa, VerificationFailure.UnknownAuthority);
    }

    [Fact]
    public async Task A_server_with_another_name_is_refused_and_told_so() =>
        await Refused(TestAuthority.Other, TestAuthority.Host, AlertDescription.BadCertificate, VerificationFailure.NameMismatch);

    [Fact]
    public async Task A_server_whose_certificate_has_expired_is_refused_and_told_so()
    {
        using Identity expired = TestAuthority.Authority.Issue(new IssueOptions
        {
            Names = [TestAuthority.Host],
            NotBefore = DateTimeOffset.UtcNow.AddDays(-10),
            NotAfter = DateTimeOffset.UtcNow.AddDays(-1),
        });
        await Refused(expired, TestAuthority.Host, AlertDescription.CertificateExpired, VerificationFailure.Expired);
    }

    [Fact]
    public async Task A_certificate_for_clients_does_not_serve()
    {
        using Identity wrong =
            TestAuthority.Authority.Issue(new IssueOptions { Names = [TestAuthority.Host], ForServer = false, ForClient = true });
        await Refused(wrong, TestAuthority.Host, AlertDescription.UnsupportedCertificate, VerificationFailure.WrongPurpose);
    }

    [Fact]
    public async Task An_address_is_verified_as_an_address()
    {
        await using Connected pair = await Connected.Make(
            new TlsClient(TestAuthority.ClientOptions), new TlsServer(TestAuthority.ServerOptions), "127.0.0.1");
        Assert.Null(pair.Server.Info.ServerName);
        (TlsException? client, _) = await Connected.Fail(host: "127.0.0.2");
        Assert.Equal(TlsReason.PeerCertificateRefused, client?.Reason);
    }

    [Fact]
    public async Task By_default_the_roots_of_the_system_decide()
    {
        (TlsException? client, TlsException? server) = await Connected.Fail(new TlsClientOptions());
        Assert.Equal(TlsReason.PeerCertificateRefused, client?.Reason);
        Assert.Equal(AlertDescription.UnknownCa, server?.Alert);
    }

    [Fact]
    public async Task The_name_that_is_verified_can_be_another_than_the_host()
    {
        await using Connected pair = await Connected.Make(
            new TlsClient(TestAuthority.ClientOptions with { ServerName = TestAuthority.Host }),
            new TlsServer(TestAuthority.ServerOptions),
            "somewhere.test");
        Assert.Equal(TestAuthority.Host, pair.Server.Info.ServerName);
    }

    [Fact]
    public async Task The_verdict_is_there_for_who_asks()
    {
        await using Connected pair = await Connected.Make();
        Assert.True(pair.Client.Info.Verdict?.IsAccepted);
        Assert.Equal(TestAuthority.Server.Certificate, pair.Client.Info.PeerCertificate);
        Assert.Equal(2, pair.Client.Info.PeerCertificates.Count);
        Assert.Same(pair.Client.Info.PeerCertificates, pair.Client.Info.PeerCertificates);
        Assert.Null(pair.Server.Info.Verdict);
        Assert.Empty(pair.Server.Info.PeerCertificates);
    }

    [Fact]
    public async Task A_hook_can_refuse_what_verification_accepted()
    {
        PeerVerification? seen = null;
        TlsClientOptions options = TestAuthority.ClientOptions with
        {
            VerifyPeer = (verification, _) =>
            {
                seen = verification;
                return ValueTask.FromResult(PeerDecision.Refuse(AlertDescription.AccessDenied, "not today."));
            },
        };
        (TlsException? client, TlsException? server) = await Connected.Fail(options);
        Assert.Equal(AlertDescription.AccessDenied, client?.Alert);
        Assert.Contains("not today.", client?.Message, StringComparison.Ordinal);
        Assert.True(server?.SentByPeer);
        Assert.Equal(AlertDescription.AccessDenied, server?.Alert);
        Assert.True(seen?.Verdict.IsAccepted);
        Assert.Equal(TestAuthority.Host, seen?.ServerName);
        Assert.Equal(TlsSide.Client, seen?.Side);
    }

    [Fact]
    public async Task A_hook_that_follows_the_verdict_does_not_weaken_it()
    {
        TlsClientOptions options =
            TestAuthority.ClientOptions with { VerifyPeer = static (_, _) => ValueTask.FromResult(PeerDecision.FollowVerdict) };
        await using (await Connected.Make(options))
        {
        }

        (TlsException? client, _) = await Connected.Fail(options with { Trust = TrustStore.Empty });
        Assert.Equal(AlertDescription.UnknownCa, client?.Alert);
    }

    [Fact]
    public async Task Accepting_what_was_refused_is_dangerous_and_reported()
    {
        var observer = new WeaknessObserver();
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with
        {
            Trust = TrustStore.Empty,
            Observer = observer,
            VerifyPeer = static (_, _) => ValueTask.FromResult(PeerDecision.DangerousAccept("the test says so")),
        });
        Assert.False(pair.Client.Info.Verdict?.IsAccepted);
        Assert.Contains("the test says so", Assert.Single(observer.Weaknesses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skipping_verification_is_dangerous_and_reported()
    {
        var observer = new WeaknessObserver();
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with
        {
            Trust = null,
            Observer = observer,
            DangerousSkipVerification = true,
        });
        await pair.Exchange();
        Assert.Null(pair.Client.Info.Verdict);
        Assert.Single(observer.Weaknesses);
    }

    [Fact]
    public async Task A_hook_that_throws_ends_the_handshake_with_internal_error()
    {
        var cause = new InvalidTimeZoneException("boom");
        (TlsException? client, TlsException? server) =
            await Connected.Fail(TestAuthority.ClientOptions with { VerifyPeer = (_, _) => throw cause });
        Assert.Equal(TlsReason.CallbackFailed, client?.Reason);
        Assert.Same(cause, client?.InnerException);
        Assert.Equal(AlertDescription.InternalError, server?.Alert);
    }

    [Fact]
    public async Task A_hook_may_take_its_time()
    {
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with
        {
            VerifyPeer = static async (_, token) =>
            {
                await Task.Delay(5, token);
                return PeerDecision.FollowVerdict;
            },
        });
        await pair.Exchange();
    }

    [Theory]
    [MemberData(nameof(AllFailures))]
    public void Every_failure_has_its_alert_and_words(VerificationFailure failure)
    {
        var refusal = Refusal.For(failure, "server.test");
        Assert.InRange(refusal.Alert.Value, 42, 116);
        Assert.EndsWith(".", refusal.Why, StringComparison.Ordinal);
        Assert.NotEqual(Refusal.For((VerificationFailure)9999, null).Why, refusal.Why);
    }

    public static TheoryData<VerificationFailure> AllFailures =>
        [.. Enum.GetValues<VerificationFailure>().Where(static failure => failure != VerificationFailure.None)];

    private static async Task Refused(Identity identity, string host, AlertDescription alert, VerificationFailure failure)
    {
        (TlsException? client, TlsException? server) =
            await Connected.Fail(server: new TlsServerOptions { Identities = [identity] }, host: host);
        Assert.NotNull(client);
        Assert.Equal(TlsReason.PeerCertificateRefused, client.Reason);
        Assert.Equal(TlsErrorKind.PeerAuthentication, client.Kind);
        Assert.Equal(alert, client.Alert);
        Assert.Equal(failure, client.Verdict?.Failure);
        Assert.NotNull(server);
        Assert.True(server.SentByPeer);
        Assert.Equal(alert, server.Alert);
        Assert.Null(server.Verdict);
    }

    private sealed class WeaknessObserver : TlsObserver
    {
        public List<string> Weaknesses { get; } = [];

        public override void OnEvent(HandshakeEvent happened, string detail)
        {
            if (happened == HandshakeEvent.WeakenedByOption)
            {
                Weaknesses.Add(detail);
            }
        }
    }
}
