using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class ClosingTests
{
    [Fact]
    public async Task The_end_of_the_transport_without_close_notify_is_an_error_after_what_came_before()
    {
        await using Connected pair = await Connected.Make();
        await pair.Client.WriteAsync(new byte[] { 1, 2, 3 }).InTime();
        pair.ClientTransport.Outgoing.End();
        byte[] buffer = new byte[10];
        Assert.Equal(3, await pair.Server.ReadAsync(buffer).InTime());
        TlsException first = await Assert.ThrowsAsync<TlsException>(() => pair.Server.ReadAsync(buffer).AsTask().InTime());
        Assert.Equal(TlsErrorKind.Truncated, first.Kind);
        Assert.Equal(TlsReason.EndOfStream, first.Reason);
        TlsException second = Assert.Throws<TlsException>(() => pair.Server.Read(buffer));
        Assert.Equal(TlsReason.EndOfStream, second.Reason);
    }

    [Fact]
    public async Task An_end_within_a_record_is_truncation_too()
    {
        await using Connected pair = await Connected.Make();
        pair.ClientTransport.Write([23, 3, 3, 0, 100, 1, 2]);
        pair.ClientTransport.Outgoing.End();
        TlsException e = await Assert.ThrowsAsync<TlsException>(() => pair.Server.ReadAsync(new byte[1]).AsTask().InTime());
        Assert.Equal(TlsErrorKind.Truncated, e.Kind);
    }

    [Fact]
    public async Task Shutting_down_ends_one_direction_only()
    {
        await using Connected pair = await Connected.Make();
        await pair.Client.WriteAsync(new byte[] { 1 }).InTime();
        await pair.Client.ShutdownAsync().InTime();
        await pair.Client.ShutdownAsync().InTime();
        Assert.False(pair.Client.CanWrite);
        Assert.True(pair.Client.CanRead);

        byte[] buffer = new byte[10];
        Assert.Equal(1, await pair.Server.ReadAsync(buffer).InTime());
        Assert.Equal(0, await pair.Server.ReadAsync(buffer).InTime());
        await pair.Server.WriteAsync(new byte[] { 5, 6 }).InTime();
        await pair.Server.ShutdownAsync().InTime();
        Assert.Equal(2, await pair.Client.ReadAsync(buffer).InTime());
        Assert.Equal([5, 6], buffer[..2]);
        Assert.Equal(0, await pair.Client.ReadAsync(buffer).InTime());

        await Assert.ThrowsAsync<InvalidOperationException>(() => pair.Client.WriteAsync(new byte[1]).AsTask());
        Assert.Throws<InvalidOperationException>(() => pair.Client.Write([1]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposing_says_close_notify(bool isAsync)
    {
        await using Connected pair = await Connected.Make();
        if (isAsync)
        {
            await pair.Client.DisposeAsync().InTime();
        }
        else
        {
            pair.Client.Dispose();
        }

        Assert.Equal(0, await pair.Server.ReadAsync(new byte[1]).InTime());
        Assert.True(pair.ClientTransport.IsDisposed);
    }

    [Fact]
    public async Task The_transport_stays_open_where_told_so()
    {
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with { LeaveInnerStreamOpen = true });
        await pair.Client.DisposeAsync().InTime();
        Assert.False(pair.ClientTransport.IsDisposed);
        Assert.Equal(0, await pair.Server.ReadAsync(new byte[1]).InTime());
        await pair.Server.DisposeAsync().InTime();
        await pair.ClientTransport.DisposeAsync();
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_a_peer_that_does_not_read()
    {
        var time = new ManualTime();
        await using Connected pair = await Connected.Make(TestAuthority.ClientOptions with { Time = time }, capacity: 16 * 1024);
        await pair.Exchange();
        Task writing = pair.Client.WriteAsync(new byte[1_000_000]).AsTask();
        await TestTime.Until(() => pair.ClientTransport.Outgoing.HasWaitingWriter);
        Task disposing = pair.Client.DisposeAsync().AsTask();
        Assert.False(disposing.IsCompleted);
        await TestTime.Until(() => time.Waiting > 0);
        time.Advance(TimeSpan.FromSeconds(1));
        await disposing.InTime();
        await Assert.ThrowsAnyAsync<Exception>(() => writing.InTime());
        Assert.False(pair.Client.HoldsBuffer);
    }

    [Fact]
    public async Task Disposing_ends_a_read_that_waits()
    {
        await using Connected pair = await Connected.Make();
        Task<int> reading = pair.Client.ReadAsync(new byte[1]).AsTask();
        await pair.Client.DisposeAsync().InTime();
        await Assert.ThrowsAnyAsync<Exception>(() => reading.InTime());
        Assert.False(pair.Client.HoldsBuffer);
    }

    [Fact]
    public async Task Disposing_a_broken_connection_does_not_throw()
    {
        await using Connected pair = await Connected.Make();
        pair.ServerTransport.Dispose();
        await Assert.ThrowsAnyAsync<IOException>(() => pair.Client.WriteAsync(new byte[1]).AsTask());
        await pair.Client.DisposeAsync().InTime();
    }

    [Fact]
    public async Task An_error_of_the_transport_comes_out_as_it_is_and_stays()
    {
        await using Connected pair = await Connected.Make();
        var transportError = new IOException("The cable was pulled.");
        (TlsStream stream, SteppedTransport transport, TlsStream peer) = await Stepped();
        await using TlsStream _ = stream;
        await using TlsStream __ = peer;
        transport.Before = (_, what, _) => what is "read" or "wait" ? throw transportError : default;
        IOException first = await Assert.ThrowsAsync<IOException>(() => stream.ReadAsync(new byte[1]).AsTask());
        Assert.Same(transportError, first);
        transport.Before = null;
        IOException second = await Assert.ThrowsAsync<IOException>(() => stream.ReadAsync(new byte[1]).AsTask());
        Assert.Same(transportError, second.InnerException);

        // The other direction is not touched by it.
        await stream.WriteAsync(new byte[] { 9 }).InTime();
        Assert.Equal(9, peer.ReadByte());

        transport.Before = (_, what, _) => what == "write" ? throw transportError : default;
        Assert.Same(transportError, await Assert.ThrowsAsync<IOException>(() => stream.WriteAsync(new byte[1]).AsTask()));
        transport.Before = null;
        IOException later = await Assert.ThrowsAsync<IOException>(() => stream.WriteAsync(new byte[1]).AsTask());
        Assert.Same(transportError, later.InnerException);
    }

    [Fact]
    public async Task A_changed_record_ends_the_connection_and_the_peer_is_told()
    {
        await using Connected pair = await Connected.Make();
        await pair.Exchange();
        pair.ClientTransport.Write([23, 3, 3, 0, 20, .. new byte[20]]);
        TlsException e = await Assert.ThrowsAsync<TlsException>(() => pair.Server.ReadAsync(new byte[1]).AsTask().InTime());
        Assert.Equal(TlsReason.BadRecord, e.Reason);
        Assert.Equal(TlsSide.Server, e.Side);
        TlsException told = await Assert.ThrowsAsync<TlsException>(() => pair.Client.ReadAsync(new byte[1]).AsTask().InTime());
        Assert.True(told.SentByPeer);
        Assert.Equal(Engine.Registry.AlertDescription.BadRecordMac, told.Alert);
        await Assert.ThrowsAsync<TlsException>(() => pair.Server.WriteAsync(new byte[1]).AsTask().InTime());
        Assert.False(pair.Server.HoldsBuffer);
    }

    [Fact]
    public async Task What_came_before_a_bad_record_is_delivered_first()
    {
        await using Connected pair = await Connected.Make();
        await pair.Exchange();
        await pair.Client.WriteAsync(new byte[] { 1, 2 }).InTime();
        pair.ClientTransport.Write([23, 3, 3, 0, 20, .. new byte[20]]);
        byte[] buffer = new byte[10];
        Assert.Equal(2, await pair.Server.ReadAsync(buffer).InTime());
        TlsException e = await Assert.ThrowsAsync<TlsException>(() => pair.Server.ReadAsync(buffer).AsTask().InTime());
        Assert.Equal(TlsReason.BadRecord, e.Reason);
        TlsException told = await Assert.ThrowsAsync<TlsException>(() => pair.Client.ReadAsync(new byte[1]).AsTask().InTime());
        Assert.True(told.SentByPeer);
    }

    [Fact]
    public async Task The_peers_alert_says_more_than_the_broken_pipe_that_comes_with_it()
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        Task<TlsStream> accepting = new TlsServer(TestAuthority.ServerOptions).AuthenticateAsync(b).AsTask();
        var transport = new SteppedTransport(a)
        {
            Before = async (_, what, _) =>
            {
                if (what == "write" && a.Writes == 1)
                {
                    // The server refuses something while the client's last flight is on its way.
                    a.Write([23, 3, 3, 0, 20, .. new byte[20]]);
                    await Assert.ThrowsAsync<TlsException>(() => accepting.InTime());
                    throw new IOException("Broken pipe.");
                }
            },
        };
        TlsException e = await Assert.ThrowsAsync<TlsException>(
            () => new TlsClient(TestAuthority.ClientOptions).AuthenticateAsync(transport, TestAuthority.Host).InTime());
        Assert.True(e.SentByPeer);
        Assert.Equal(Engine.Registry.AlertDescription.BadRecordMac, e.Alert);
    }

    [Fact]
    public async Task A_broken_pipe_without_an_alert_comes_out_as_it_is()
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        b.Dispose();
        IOException e = await Assert.ThrowsAsync<IOException>(
            () => new TlsClient(TestAuthority.ClientOptions).AuthenticateAsync(a, TestAuthority.Host).InTime());
        Assert.IsNotType<TlsException>(e);
        Assert.True(a.IsDisposed);
    }

    [Fact]
    public async Task A_failed_handshake_leaves_the_transport_open_where_told_so()
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        Task<TlsStream> accepting =
            new TlsServer(TestAuthority.ServerOptions with { LeaveInnerStreamOpen = true }).AuthenticateAsync(b).AsTask();
        await Assert.ThrowsAsync<TlsException>(
            () => new TlsClient(TestAuthority.ClientOptions with { LeaveInnerStreamOpen = true })
                .AuthenticateAsync(a, "unknown.test").InTime());
        await Assert.ThrowsAsync<TlsException>(() => accepting.InTime());
        Assert.False(a.IsDisposed);
        Assert.False(b.IsDisposed);
        await a.DisposeAsync();
        await b.DisposeAsync();
    }

    private static async Task<(TlsStream Stream, SteppedTransport Transport, TlsStream Peer)> Stepped()
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        var stepped = new SteppedTransport(a);
        Task<TlsStream> accepting = new TlsServer(TestAuthority.ServerOptions).AuthenticateAsync(b).AsTask();
        TlsStream client = await new TlsClient(TestAuthority.ClientOptions).AuthenticateAsync(stepped, TestAuthority.Host).InTime();
        return (client, stepped, await accepting.InTime());
    }
}
