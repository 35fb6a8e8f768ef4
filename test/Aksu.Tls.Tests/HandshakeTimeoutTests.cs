using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class HandshakeTimeoutTests
{
    [Fact]
    public async Task A_client_gives_up_on_a_server_that_does_not_answer()
    {
        var time = new ManualTime();
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        Task<TlsStream> connecting =
            new TlsClient(TestAuthority.ClientOptions with { Time = time, HandshakeTimeout = TimeSpan.FromSeconds(5) })
            .AuthenticateAsync(a, TestAuthority.Host).AsTask();
        await TestTime.Until(() => a.Incoming.HasWaitingReader);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(connecting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        TlsException e = await Assert.ThrowsAsync<TlsException>(() => connecting.InTime());
        Assert.Equal(TlsReason.HandshakeTimeout, e.Reason);
        Assert.Equal(TlsErrorKind.LimitExceeded, e.Kind);
        Assert.True(a.IsDisposed);
        Assert.NotEqual(0, b.Incoming.Count);
    }

    [Fact]
    public async Task A_server_gives_up_on_a_client_that_stops_half_way()
    {
        var time = new ManualTime();
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        Task<TlsStream> accepting = new TlsServer(TestAuthority.ServerOptions with { Time = time }).AuthenticateAsync(b).AsTask();
        a.Write([22, 3, 1, 1, 0, 1, 0]);
        await TestTime.Until(() => b.Incoming.Count == 0 && b.Incoming.HasWaitingReader);
        time.Advance(TimeSpan.FromSeconds(10));
        TlsException e = await Assert.ThrowsAsync<TlsException>(() => accepting.InTime());
        Assert.Equal(TlsReason.HandshakeTimeout, e.Reason);
        Assert.True(b.IsDisposed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_time_of_the_system_runs_out_too_with_a_source_that_was_used_before(int rounds)
    {
        var client = new TlsClient(TestAuthority.ClientOptions with { HandshakeTimeout = TimeSpan.FromMilliseconds(50) });
        for (int i = 0; i < rounds; i++)
        {
            (MemoryTransport a, _) = MemoryTransport.CreatePair();
            TlsException e = await Assert.ThrowsAsync<TlsException>(
                () => client.AuthenticateAsync(a, TestAuthority.Host).AsTask().InTime());
            Assert.Equal(TlsReason.HandshakeTimeout, e.Reason);
            Assert.True(a.IsDisposed);
        }
    }

    [Fact]
    public async Task A_hook_that_hangs_is_ended_as_well()
    {
        var time = new ManualTime();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        Task<TlsStream> accepting = new TlsServer(TestAuthority.ServerOptions).AuthenticateAsync(b).AsTask();
        Task<TlsStream> connecting = new TlsClient(TestAuthority.ClientOptions with
        {
            Time = time,
            VerifyPeer = async (_, token) =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return PeerDecision.FollowVerdict;
            },
        }).AuthenticateAsync(a, TestAuthority.Host).AsTask();
        await asked.Task.InTime();
        time.Advance(TimeSpan.FromSeconds(30));
        TlsException e = await Assert.ThrowsAsync<TlsException>(() => connecting.InTime());
        Assert.Equal(TlsReason.HandshakeTimeout, e.Reason);
        await Assert.ThrowsAsync<TlsException>(() => accepting.InTime());
    }

    [Fact]
    public async Task Without_a_limit_nothing_runs_out()
    {
        var time = new ManualTime();
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        Task<TlsStream> connecting =
            new TlsClient(TestAuthority.ClientOptions with { Time = time, HandshakeTimeout = Timeout.InfiniteTimeSpan })
            .AuthenticateAsync(a, TestAuthority.Host).AsTask();
        await TestTime.Until(() => a.Incoming.HasWaitingReader);
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(connecting.IsCompleted);
        await using TlsStream server = await new TlsServer(TestAuthority.ServerOptions).AuthenticateAsync(b).InTime();
        await using TlsStream client = await connecting.InTime();
    }
}
