using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>Sessions that a server keeps in a store outside, which others share.</summary>
public sealed class SessionStoreTests
{
    private readonly SharedStore _store = new();

    public static TheoryData<ushort, int> Kinds() => new() { { 0x0304, 2 }, { 0x0303, 2 }, { 0x0303, 0 } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Another_server_resumes_what_the_first_one_stored(ushort version, int tickets)
    {
        TlsClient client = Client(version);
        for (int i = 0; i < 4; i++)
        {
            // Each time another server, with nothing in common but the store.
            await using Connected pair = await Connected.Make(client, Server(tickets));
            await pair.Exchange();
            Assert.Equal(i > 0, pair.Client.Info.IsResumed);
            Assert.Equal(i > 0, pair.Server.Info.IsResumed);
        }

        Assert.All(_store.Lifetimes, static lifetime => Assert.Equal(TimeSpan.FromHours(12), lifetime));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_client_s_certificate_comes_out_of_the_store(ushort version, int tickets)
    {
        TlsClient client = new(TestAuthority.ClientOptions with
        {
            Versions = [new ProtocolVersion(version)],
            Identities = [TestAuthority.Client],
        });
        for (int i = 0; i < 2; i++)
        {
            await using Connected pair = await Connected.Make(client, Server(tickets, static options => options with
            {
                ClientAuthentication = ClientAuthentication.Required,
                Trust = TestAuthority.Trust,
            }));
            await pair.Exchange();
            Assert.Equal(i > 0, pair.Server.Info.IsResumed);
            Assert.Equal(TestAuthority.Client.Certificate, pair.Server.Info.PeerCertificate);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_store_learns_neither_the_handle_nor_the_session(ushort version, int tickets)
    {
        var given = new List<TlsSession>();
        var log = new Secrets();
        var client = new TlsClient(TestAuthority.ClientOptions with
        {
            Versions = [new ProtocolVersion(version)],
            SessionReceived = given.Add,
            DangerousKeyLog = log,
        });
        await using (Connected pair = await Connected.Make(client, Server(tickets)))
        {
            await pair.Exchange();
        }

        Assert.NotEmpty(given);
        byte[] name = [.. System.Text.Encoding.ASCII.GetBytes(TestAuthority.Host)];
        foreach ((string key, byte[] kept) in _store.Entries)
        {
            Assert.All(log.All, secret => Assert.Equal(-1, kept.AsSpan().IndexOf(secret)));
            Assert.Equal(-1, kept.AsSpan().IndexOf(name));
            Assert.All(given, session =>
            {
                byte[] handle = session.Ticket.IsEmpty ? session.SessionId.ToArray() : session.Ticket.ToArray();
                Assert.Equal(32, handle.Length);
                Assert.NotEqual(Convert.ToHexString(handle), key);
                Assert.Equal(-1, kept.AsSpan().IndexOf(handle));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_lost_or_changed_in_the_store_leads_to_a_full_handshake(ushort version, int tickets)
    {
        foreach (Func<byte[], byte[]?> change in (Func<byte[], byte[]?>[])[
            static _ => null, static kept => [.. kept[..^1], (byte)(kept[^1] ^ 1)], static _ => [1, 2]])
        {
            TlsClient client = Client(version);
            await using (Connected first = await Connected.Make(client, Server(tickets)))
            {
                await first.Exchange();
            }

            foreach (string key in _store.Entries.Keys)
            {
                if (change(_store.Entries[key]) is { } changed)
                {
                    _store.Entries[key] = changed;
                }
                else
                {
                    _store.Entries.TryRemove(key, out _);
                }
            }

            int before = _store.Lookups;
            await using Connected second = await Connected.Make(client, Server(tickets));
            await second.Exchange();
            Assert.False(second.Server.Info.IsResumed);
            Assert.NotEqual(before, _store.Lookups);
            _store.Entries.Clear();
        }
    }

    [Fact]
    public async Task An_entry_under_another_handle_is_of_no_use()
    {
        TlsClient client = Client(0x0303);
        await using (Connected first = await Connected.Make(client, Server(0)))
        {
            await first.Exchange();
        }

        await using (Connected other = await Connected.Make(Client(0x0303), Server(0)))
        {
            await other.Exchange();
        }

        string[] keys = [.. _store.Entries.Keys];
        Assert.Equal(2, keys.Length);
        (_store.Entries[keys[0]], _store.Entries[keys[1]]) = (_store.Entries[keys[1]], _store.Entries[keys[0]]);

        await using Connected second = await Connected.Make(client, Server(0));
        Assert.False(second.Server.Info.IsResumed);
    }

    [Theory]
    [InlineData(0x0304)]
    [InlineData(0x0303)]
    public async Task A_store_that_fails_ends_the_handshake(ushort version)
    {
        _store.Failure = new InvalidOperationException("out of order");
        (TlsException? client, TlsException? server) = await Connected.Fail(
            TestAuthority.ClientOptions with { Versions = [new ProtocolVersion(version)] }, ServerOptions(2));

        Assert.Equal(AlertDescription.InternalError, server?.Alert);
        Assert.Same(_store.Failure, server?.InnerException);
        Assert.True(client?.SentByPeer);
    }

    [Fact]
    public async Task A_session_of_a_failed_connection_leaves_the_store()
    {
        TlsClient client = Client(0x0303);
        await using (Connected pair = await Connected.Make(client, Server(0)))
        {
            await pair.Exchange();
            Assert.Single(_store.Entries);
            await pair.ClientTransport.WriteAsync(new byte[] { 23, 3, 3, 0, 32 }.Concat(new byte[32]).ToArray());
            await Assert.ThrowsAsync<TlsException>(() => pair.Server.ReadAsync(new byte[1]).AsTask().InTime());
            await TestTime.Until(() => _store.Entries.IsEmpty);
        }
    }

    [Fact]
    public async Task Options_chosen_by_client_hello_bring_their_own_store()
    {
        TlsServerOptions chosen = ServerOptions(2);
        TlsServerOptions before = TestAuthority.ServerOptions with
        {
            SelectOptions = (_, _) => ValueTask.FromResult<TlsServerOptions?>(chosen),
        };
        TlsClient client = Client(0x0304);
        for (int i = 0; i < 2; i++)
        {
            await using Connected pair = await Connected.Make(client, new TlsServer(before));
            await pair.Exchange();
            Assert.Equal(i > 0, pair.Server.Info.IsResumed);
        }

        Assert.NotEmpty(_store.Entries);
    }

    [Fact]
    public async Task Nothing_is_stored_where_sessions_are_not_resumed()
    {
        await using Connected pair = await Connected.Make(
            TestAuthority.ClientOptions, ServerOptions(2) with { ResumeSessions = false });
        await pair.Exchange();
        Assert.Empty(_store.Entries);
    }

    [Fact]
    public void A_store_stands_alone()
    {
        using var cache = new MemorySessionCache();
        Assert.Throws<ArgumentException>(() => new TlsServer(ServerOptions(2) with { SessionCache = cache }));
    }

    private static TlsClient Client(ushort version) =>
        new(TestAuthority.ClientOptions with { Versions = [new ProtocolVersion(version)] });

    private TlsServer Server(int tickets, Func<TlsServerOptions, TlsServerOptions>? change = null)
    {
        TlsServerOptions options = ServerOptions(tickets);
        return new TlsServer(change?.Invoke(options) ?? options);
    }

    private TlsServerOptions ServerOptions(int tickets) =>
        TestAuthority.ServerOptions with { SessionStore = _store, TicketCount = tickets };

    private sealed class Secrets : KeyLog
    {
        public List<byte[]> All { get; } = [];

        public override void WriteLine(ReadOnlySpan<char> line) => All.Add(Convert.FromHexString(line.ToString().Split(' ')[2]));
    }
}
