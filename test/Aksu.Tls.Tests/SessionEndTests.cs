using Aksu.Ca;
using Aksu.Pki;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>When a session that could be resumed is over before its time.</summary>
public sealed class SessionEndTests
{
    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public async Task A_session_ends_with_the_client_s_certificate(ushort version)
    {
        var time = new ManualTime();
        DateTimeOffset end = time.GetUtcNow() + TimeSpan.FromHours(1);
        using Identity identity = TestAuthority.Authority.Issue(new IssueOptions
        {
            Names = [TestAuthority.ClientName],
            ForServer = false,
            ForClient = true,
            NotAfter = end,
        });
        var sessions = new List<TlsSession>();
        var client = new TlsClient(TestAuthority.ClientOptions with
        {
            Versions = [new ProtocolVersion(version)],
            Identities = [identity],
            SessionReceived = sessions.Add,
        });
        var server = new TlsServer(TestAuthority.ServerOptions with
        {
            Time = time,
            ClientAuthentication = ClientAuthentication.Required,
            Trust = TestAuthority.Trust,
            TicketLifetime = TimeSpan.FromDays(1),
        });
        await using (Connected pair = await Connected.Make(client, server))
        {
            await pair.Exchange();
        }

        Assert.All(sessions, session => Assert.InRange(session.Lifetime, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1)));
        Assert.All(sessions, session => Assert.Equal(TestAuthority.Server.Certificate.NotAfter, session.AcceptedUntil));
        Assert.True(await Resumes(client, server, sessions[0]));

        // The client does not know what time it is for the server.
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(await Resumes(client, server, sessions[^1]));
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public async Task A_kept_session_is_not_used_after_a_connection_of_it_failed(ushort version)
    {
        var client = new TlsClient(TestAuthority.ClientOptions with { Versions = [new ProtocolVersion(version)] });
        var server = new TlsServer(TestAuthority.ServerOptions);
        await using (Connected first = await Connected.Make(client, server))
        {
            await first.Exchange();
            await first.ServerTransport.WriteAsync(new byte[] { 23, 3, 3, 0, 32 }.Concat(new byte[32]).ToArray());
            await Assert.ThrowsAsync<Engine.Errors.TlsException>(() => first.Client.ReadAsync(new byte[1]).AsTask().InTime());
        }

        await using Connected second = await Connected.Make(client, server);
        Assert.False(second.Client.Info.IsResumed);
    }

    [Fact]
    public async Task A_client_that_falls_back_by_itself_is_refused_by_a_server_that_has_better()
    {
        TlsClientOptions older = TestAuthority.ClientOptions with { Versions = [ProtocolVersion.Tls12] };
        (Engine.Errors.TlsException? client, Engine.Errors.TlsException? server) = await Connected.Fail(older with { IsFallback = true });
        Assert.Equal(AlertDescription.InappropriateFallback, server?.Alert);
        Assert.Equal(AlertDescription.InappropriateFallback, client?.Alert);

        await using Connected plain = await Connected.Make(older);
        Assert.Equal(ProtocolVersion.Tls12, plain.Client.Info.Version);
    }

    [Fact]
    public void Versions_with_a_hole_are_refused_when_they_are_set_together()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => new TlsClient(TestAuthority.ClientOptions with
        {
            Versions = [ProtocolVersion.Tls13, ProtocolVersion.Tls11],
            DangerousLegacyVersions = true,
        }));
        Assert.Contains("Versions", e.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> Resumes(TlsClient client, TlsServer server, TlsSession session)
    {
        var offering = new TlsClient(client.Options with { Sessions = [session] });
        await using Connected pair = await Connected.Make(offering, server);
        return pair.Server.Info.IsResumed;
    }
}
