using Aksu.Ca;
using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class ResumptionTests
{
    [Fact]
    public async Task A_second_connection_resumes_with_the_first_ones_verdict()
    {
        var client = new TlsClient(TestAuthority.ClientOptions);
        var server = new TlsServer(TestAuthority.ServerOptions);
        Verdict? verdict;
        await using (Connected first = await Connected.Make(client, server))
        {
            await first.Exchange();
            Assert.False(first.Client.Info.IsResumed);
            verdict = first.Client.Info.Verdict;
        }

        await using Connected second = await Connected.Make(client, server);
        await second.Exchange();
        Assert.True(second.Client.Info.IsResumed);
        Assert.True(second.Server.Info.IsResumed);
        Assert.Same(verdict, second.Client.Info.Verdict);
        Assert.Equal(TestAuthority.Server.Certificate, second.Client.Info.PeerCertificate);
    }

    [Fact]
    public async Task Connections_go_on_resuming_with_fresh_tickets()
    {
        var client = new TlsClient(TestAuthority.ClientOptions);
        var server = new TlsServer(TestAuthority.ServerOptions);
        for (int i = 0; i < 10; i++)
        {
            await using Connected pair = await Connected.Make(client, server);
            await pair.Exchange();
            Assert.Equal(i > 0, pair.Client.Info.IsResumed);
        }
    }

    [Fact]
    public async Task A_ticket_is_used_once()
    {
        using var cache = new ClientSessionCache();
        var client = new TlsClient(TestAuthority.ClientOptions with { SessionCache = cache });
        var server = new TlsServer(TestAuthority.ServerOptions with { TicketCount = 1 });
        await using (Connected first = await Connected.Make(client, server))
        {
            await first.Exchange();
        }

        Assert.Equal(1, cache.Count);
        await using Connected second = await Connected.Make(client, server);
        Assert.True(second.Client.Info.IsResumed);
        Assert.Equal(0, cache.Count);
        await using Connected third = await Connected.Make(client, server);
        Assert.False(third.Client.Info.IsResumed);
    }

    [Fact]
    public async Task A_failed_attempt_uses_its_ticket_up()
    {
        using var cache = new ClientSessionCache();
        var client = new TlsClient(TestAuthority.ClientOptions with { SessionCache = cache });
        await using (Connected first = await Connected.Make(client, new TlsServer(TestAuthority.ServerOptions with { TicketCount = 1 })))
        {
            await first.Exchange();
        }

        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        b.Dispose();
        await Assert.ThrowsAnyAsync<IOException>(() => client.AuthenticateAsync(a, TestAuthority.Host).InTime());
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public async Task Sessions_do_not_cross_names() =>
        await NotResumed(static options => options, host: TestAuthority.OtherHost);

    [Fact]
    public async Task Sessions_do_not_cross_application_protocols() =>
        await NotResumed(static options => options with { ApplicationProtocols = ["other"] });

    [Fact]
    public async Task Sessions_do_not_cross_trust() =>
        await NotResumed(static options => options with { Trust = TestAuthority.Trust.Add(TestAuthority.Stranger.Trust) });

    [Fact]
    public async Task Sessions_do_not_cross_policy() =>
        await NotResumed(static options => options with { Verification = new VerificationPolicy { MaxIntermediates = 3 } });

    [Fact]
    public async Task Sessions_do_not_cross_pins() =>
        await NotResumed(static options => options with
        {
            Verification = new VerificationPolicy { Pins = [TestAuthority.Server.Certificate.PublicKey.Sha256()] },
        });

    [Fact]
    public async Task Sessions_do_not_cross_own_certificates() =>
        await NotResumed(static options => options with { Identities = [TestAuthority.Client] });

    [Fact]
    public async Task A_session_that_a_pre_shared_key_vouched_for_does_not_stand_for_a_certificate()
    {
        using Secret secret = new(32);
        using var cache = new ClientSessionCache();
        ExternalPreSharedKey key = new(new byte[] { 1 }, secret);
        TlsClientOptions options = TestAuthority.ClientOptions with { SessionCache = cache };
        var server = new TlsServer(TestAuthority.ServerOptions with { PreSharedKeys = [key] });
        await using (Connected first = await Connected.Make(new TlsClient(options with { PreSharedKeys = [key] }), server))
        {
            await first.Exchange();
            Assert.Null(first.Client.Info.PeerCertificate);
        }

        Assert.NotEqual(0, cache.Count);
        await using Connected second = await Connected.Make(new TlsClient(options), server);

        Assert.False(second.Client.Info.IsResumed);
        Assert.NotNull(second.Client.Info.PeerCertificate);
    }

    [Fact]
    public async Task A_server_that_gave_up_a_pre_shared_key_takes_no_session_of_it()
    {
        using Secret secret = new(32);
        using var tickets = new RotatingTicketProtector(CryptographyProvider.Default, TimeSpan.FromHours(1), TimeSpan.FromHours(12));
        ExternalPreSharedKey key = new(new byte[] { 1 }, secret);
        TlsServerOptions options = TestAuthority.ServerOptions with { Tickets = tickets };
        var client = new TlsClient(TestAuthority.ClientOptions with { PreSharedKeys = [key] });
        await using (Connected first = await Connected.Make(client, new TlsServer(options with { PreSharedKeys = [key] })))
        {
            await first.Exchange();
        }

        await using Connected second = await Connected.Make(client, new TlsServer(options));

        Assert.False(second.Client.Info.IsResumed);
    }

    [Fact]
    public async Task Sessions_do_not_cross_key_usages() =>
        await NotResumed(static options => options with { DangerousRsaKeyTransport = true });

    [Fact]
    public async Task Sessions_do_not_cross_hooks() =>
        await NotResumed(static options => options with { VerifyPeer = static (_, _) => ValueTask.FromResult(PeerDecision.FollowVerdict) });

    [Fact]
    public async Task Sessions_of_an_unverified_connection_do_not_serve_a_verified_one()
    {
        using var cache = new ClientSessionCache();
        var server = new TlsServer(TestAuthority.ServerOptions);
        var careless = new TlsClient(new TlsClientOptions { SessionCache = cache, DangerousSkipVerification = true });
        await using (Connected first = await Connected.Make(careless, server))
        {
            await first.Exchange();
        }

        Assert.NotEqual(0, cache.Count);
        await using Connected second =
            await Connected.Make(new TlsClient(TestAuthority.ClientOptions with { SessionCache = cache }), server);
        Assert.False(second.Client.Info.IsResumed);
        Assert.True(second.Client.Info.Verdict?.IsAccepted);
    }

    [Fact]
    public async Task Sessions_do_not_cross_ports()
    {
        using var cache = new ClientSessionCache();
        var client = new TlsClient(TestAuthority.ClientOptions with { SessionCache = cache });
        var server = new TlsServer(TestAuthority.ServerOptions);
        Assert.False(await ConnectTo(443));
        Assert.True(await ConnectTo(443));
        Assert.False(await ConnectTo(444));

        async Task<bool> ConnectTo(int port)
        {
            (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
            Task<TlsStream> accepting = server.AuthenticateAsync(b).AsTask();
            await using TlsStream connected = await client.AuthenticateAsync(a, TestAuthority.Host, port).InTime();
            await using TlsStream accepted = await accepting.InTime();
            await accepted.WriteAsync(new byte[1]).InTime();
            await connected.ReadExactlyAsync(new byte[1]).InTime();
            return connected.Info.IsResumed;
        }
    }

    [Fact]
    public async Task A_server_does_not_resume_for_another_demand_on_clients()
    {
        TicketProtector tickets =
            new RotatingTicketProtector(Cryptography.CryptographyProvider.Default, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        var client = new TlsClient(TestAuthority.ClientOptions with { Identities = [TestAuthority.Client] });
        await using (Connected first = await Connected.Make(client, new TlsServer(TestAuthority.ServerOptions with { Tickets = tickets })))
        {
            await first.Exchange();
        }

        var demanding = new TlsServer(TestAuthority.ServerOptions with
        {
            Tickets = tickets,
            ClientAuthentication = ClientAuthentication.Required,
            Trust = TestAuthority.Trust,
        });
        await using Connected second = await Connected.Make(client, demanding);
        await second.Exchange();
        Assert.False(second.Client.Info.IsResumed);
        Assert.Equal(TestAuthority.Client.Certificate, second.Server.Info.PeerCertificate);

        await using Connected third = await Connected.Make(client, demanding);
        await third.Exchange();
        Assert.True(third.Client.Info.IsResumed);
        Assert.Equal(TestAuthority.Client.Certificate, third.Server.Info.PeerCertificate);
    }

    [Fact]
    public async Task A_session_ends_with_the_certificate_it_stands_for()
    {
        var time = new ManualTime();
        using Identity shortLived = TestAuthority.Authority.Issue(new IssueOptions
        {
            Names = [TestAuthority.Host],
            NotAfter = time.GetUtcNow().AddMinutes(10),
        });
        using var cache = new ClientSessionCache();
        var client = new TlsClient(TestAuthority.ClientOptions with { SessionCache = cache, Time = time });
        var server = new TlsServer(new TlsServerOptions { Identities = [shortLived] });
        await using (Connected first = await Connected.Make(client, server))
        {
            await first.Exchange();
        }

        Assert.NotEqual(0, cache.Count);
        time.Advance(TimeSpan.FromMinutes(11));
        await using Connected second = await Connected.Make(client, server);
        Assert.False(second.Client.Info.IsResumed);
    }

    [Fact]
    public async Task Resumption_can_be_switched_off_on_either_side()
    {
        var server = new TlsServer(TestAuthority.ServerOptions);
        var client = new TlsClient(TestAuthority.ClientOptions with { ResumeSessions = false });
        var silent = new TlsServer(TestAuthority.ServerOptions with { ResumeSessions = false });
        var keeping = new TlsClient(TestAuthority.ClientOptions);
        for (int i = 0; i < 2; i++)
        {
            await using Connected first = await Connected.Make(client, server);
            await first.Exchange();
            Assert.False(first.Client.Info.IsResumed);
            await using Connected second = await Connected.Make(keeping, silent);
            await second.Exchange();
            Assert.False(second.Client.Info.IsResumed);
        }
    }

    [Fact]
    public async Task Sessions_can_be_kept_by_the_application()
    {
        var received = new List<TlsSession>();
        TlsClientOptions options = TestAuthority.ClientOptions with { SessionReceived = received.Add };
        var server = new TlsServer(TestAuthority.ServerOptions);
        await using (Connected first = await Connected.Make(new TlsClient(options), server))
        {
            await first.Exchange();
        }

        Assert.Equal(2, received.Count);
        using var imported = TlsSession.Import(received[0].Export());
        await using Connected second =
            await Connected.Make(new TlsClient(TestAuthority.ClientOptions with { Sessions = [imported] }), server);
        Assert.True(second.Client.Info.IsResumed);
        received.ForEach(static session => session.Dispose());
    }

    [Fact]
    public async Task A_cache_is_bounded_and_forgets_the_servers_not_used_for_longest()
    {
        using var cache = new ClientSessionCache(maxServers: 2, maxSessionsPerServer: 3);
        var client = new TlsClient(TestAuthority.ClientOptions with { SessionCache = cache });
        var server = new TlsServer(new TlsServerOptions { Identities = [TestAuthority.Server, TestAuthority.Other], TicketCount = 5 });
        foreach (string host in (string[])[TestAuthority.Host, TestAuthority.OtherHost, "localhost"])
        {
            await using Connected pair = await Connected.Make(client, server, host);
            await pair.Exchange();
            Assert.False(pair.Client.Info.IsResumed);
        }

        Assert.Equal(6, cache.Count);
        await using (Connected kept = await Connected.Make(client, server, TestAuthority.OtherHost))
        {
            Assert.True(kept.Client.Info.IsResumed);
        }

        await using (Connected forgotten = await Connected.Make(client, server))
        {
            Assert.False(forgotten.Client.Info.IsResumed);
        }

        cache.Clear();
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public async Task A_cache_that_was_disposed_of_keeps_nothing()
    {
        var cache = new ClientSessionCache();
        cache.Dispose();
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with { SessionCache = cache });
        await pair.Exchange();
        Assert.Equal(0, cache.Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1_000_001, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 65)]
    public void A_caches_bounds_are_checked(int servers, int sessions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClientSessionCache(servers, sessions));

    private static async Task NotResumed(Func<TlsClientOptions, TlsClientOptions> change, string host = TestAuthority.Host)
    {
        using var cache = new ClientSessionCache();
        TlsClientOptions options = TestAuthority.ClientOptions with { SessionCache = cache, ApplicationProtocols = ["one"] };
        var server = new TlsServer(
            new TlsServerOptions { Identities = [TestAuthority.Server, TestAuthority.Other], ApplicationProtocols = ["one", "other"] });
        await using (Connected first = await Connected.Make(new TlsClient(options), server))
        {
            await first.Exchange();
        }

        Assert.NotEqual(0, cache.Count);
        await using (Connected other = await Connected.Make(new TlsClient(change(options)), server, host))
        {
            await other.Exchange();
            Assert.False(other.Client.Info.IsResumed);
        }

        // The control: what is the same does resume.
        await using Connected same = await Connected.Make(new TlsClient(options with { MaxTickets = 5 }), server);
        Assert.True(same.Client.Info.IsResumed);
    }
}
