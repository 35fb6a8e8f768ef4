using Aksu.Pki;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class ClientAuthenticationTests
{
    private static TlsServerOptions Demanding => TestAuthority.ServerOptions with
    {
        ClientAuthentication = ClientAuthentication.Required,
        Trust = TestAuthority.Trust,
    };

    private static TlsClientOptions WithCertificate => TestAuthority.ClientOptions with { Identities = [TestAuthority.Client] };

    [Fact]
    public async Task Both_sides_know_each_other()
    {
        await using Connected pair = await Connected.Make(WithCertificate, Demanding);
        await pair.Exchange();
        Assert.Equal(TestAuthority.Client.Certificate, pair.Server.Info.PeerCertificate);
        Assert.True(pair.Server.Info.Verdict?.IsAccepted);
        Assert.Equal(TestAuthority.Server.Certificate, pair.Client.Info.PeerCertificate);
    }

    [Fact]
    public async Task A_client_without_a_certificate_is_refused_where_one_is_required()
    {
        (TlsException? client, TlsException? server) = await Connected.Fail(server: Demanding);
        Assert.Equal(AlertDescription.CertificateRequired, server?.Alert);
        Assert.True(client?.SentByPeer);
        Assert.Equal(AlertDescription.CertificateRequired, client?.Alert);
    }

    [Fact]
    public async Task A_client_without_a_certificate_is_served_where_one_is_only_requested()
    {
        await using Connected pair = await Connected.Make(server: Demanding with { ClientAuthentication = ClientAuthentication.Requested });
        await pair.Exchange();
        Assert.Null(pair.Server.Info.PeerCertificate);
    }

    [Fact]
    public async Task A_client_of_an_unknown_authority_is_refused_and_told_so()
    {
        using Identity stranger = TestAuthority.Stranger.IssueClient("stranger.test");
        (TlsException? client, TlsException? server) = await Connected.Fail(
            TestAuthority.ClientOptions with { SelectIdentity = (_, _) => ValueTask.FromResult<TlsIdentity?>(stranger) }, Demanding);
        Assert.Equal(TlsReason.PeerCertificateRefused, server?.Reason);
        Assert.Equal(VerificationFailure.UnknownAuthority, server?.Verdict?.Failure);
        Assert.Equal(AlertDescription.UnknownCa, client?.Alert);
    }

    [Fact]
    public async Task A_servers_certificate_does_not_pass_for_a_client()
    {
        (TlsException? client, TlsException? server) =
            await Connected.Fail(TestAuthority.ClientOptions with { Identities = [TestAuthority.Server] }, Demanding);
        Assert.Equal(VerificationFailure.WrongPurpose, server?.Verdict?.Failure);
        Assert.Equal(AlertDescription.UnsupportedCertificate, client?.Alert);
    }

    [Fact]
    public async Task Authentication_after_the_handshake_brings_the_clients_certificate()
    {
        await using Connected pair = await Connected.Make(
            WithCertificate with { PostHandshakeAuthentication = true }, TestAuthority.ServerOptions with { Trust = TestAuthority.Trust });
        await pair.Exchange();
        Assert.Null(pair.Server.Info.PeerCertificate);
        await pair.Server.RequestClientCertificateAsync().InTime();
        Task<int> clientReads = pair.Client.ReadAsync(new byte[1]).AsTask();
        Task<int> serverReads = pair.Server.ReadAsync(new byte[1]).AsTask();
        await TestTime.Until(() => pair.Server.Info.PeerCertificate is not null);
        Assert.Equal(TestAuthority.Client.Certificate, pair.Server.Info.PeerCertificate);
        Assert.True(pair.Server.Info.Verdict?.IsAccepted);
        await pair.Server.WriteAsync(new byte[1]).InTime();
        await pair.Client.WriteAsync(new byte[1]).InTime();
        Assert.Equal(1, await clientReads.InTime());
        Assert.Equal(1, await serverReads.InTime());
    }

    [Fact]
    public async Task A_certificate_refused_after_the_handshake_fails_the_read_and_tells_the_client()
    {
        using Identity stranger = TestAuthority.Stranger.IssueClient("stranger.test");
        await using Connected pair = await Connected.Make(
            TestAuthority.ClientOptions with
            {
                PostHandshakeAuthentication = true,
                SelectIdentity = (_, _) => ValueTask.FromResult<TlsIdentity?>(stranger),
            },
            TestAuthority.ServerOptions with { Trust = TestAuthority.Trust });
        await pair.Exchange();
        await pair.Server.RequestClientCertificateAsync().InTime();
        Task<int> clientReads = pair.Client.ReadAsync(new byte[1]).AsTask();
        TlsException server = await Assert.ThrowsAsync<TlsException>(() => pair.Server.ReadAsync(new byte[1]).AsTask().InTime());
        Assert.Equal(TlsReason.PeerCertificateRefused, server.Reason);
        Assert.Equal(VerificationFailure.UnknownAuthority, server.Verdict?.Failure);
        TlsException client = await Assert.ThrowsAsync<TlsException>(() => clientReads.InTime());
        Assert.Equal(AlertDescription.UnknownCa, client.Alert);
    }

    [Fact]
    public async Task A_hook_canceled_with_its_read_is_asked_again_by_the_next()
    {
        int asked = 0;
        using var cancel = new CancellationTokenSource();
        await using Connected pair = await Connected.Make(
            WithCertificate with { PostHandshakeAuthentication = true },
            TestAuthority.ServerOptions with
            {
                Trust = TestAuthority.Trust,
                VerifyPeer = async (_, token) =>
                {
                    if (++asked == 1)
                    {
                        await cancel.CancelAsync();
                        token.ThrowIfCancellationRequested();
                    }

                    return PeerDecision.FollowVerdict;
                },
            });
        await pair.Exchange();
        await pair.Server.RequestClientCertificateAsync().InTime();
        Task<int> clientReads = pair.Client.ReadAsync(new byte[1]).AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pair.Server.ReadAsync(new byte[1], cancel.Token).AsTask().InTime());
        Assert.Null(pair.Server.Info.PeerCertificate);
        await pair.Client.WriteAsync(new byte[] { 8 }).InTime();
        Assert.Equal(8, await Task.Run(pair.Server.ReadByte).InTime());
        Assert.Equal(2, asked);
        Assert.Equal(TestAuthority.Client.Certificate, pair.Server.Info.PeerCertificate);
        await pair.Server.WriteAsync(new byte[1]).InTime();
        Assert.Equal(1, await clientReads.InTime());
    }

    [Fact]
    public async Task Only_a_server_can_ask_and_only_a_client_that_offered_it()
    {
        await using Connected pair = await Connected.Make();
        await pair.Exchange();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pair.Client.RequestClientCertificateAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pair.Server.RequestClientCertificateAsync());
        await pair.Exchange();
    }
}
