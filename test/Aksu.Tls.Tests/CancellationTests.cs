using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

/// <summary>Cancels at every asynchronous step in turn; the steps are counted first.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task A_clients_handshake_can_be_canceled_at_every_step()
    {
        int steps = await RunClient(cancelAt: int.MaxValue);
        Assert.InRange(steps, 5, 100);
        for (int step = 1; step <= steps; step++)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunClient(step));
        }
    }

    [Fact]
    public async Task A_servers_handshake_can_be_canceled_at_every_step()
    {
        int steps = await RunServer(cancelAt: int.MaxValue);
        Assert.InRange(steps, 5, 100);
        for (int step = 1; step <= steps; step++)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunServer(step));
        }
    }

    [Fact]
    public async Task A_read_canceled_at_any_step_leaves_the_stream_usable()
    {
        await using Connected pair = await Connected.Make();
        (TlsStream stream, SteppedTransport transport, TlsStream peer) = await SteppedClient();
        await using TlsStream _ = stream;
        await using TlsStream __ = peer;
        byte[] message = [1, 2, 3, 4, 5, 6, 7, 8];
        byte[] buffer = new byte[message.Length];
        for (int step = 1; step <= 2; step++)
        {
            // Step 1 waits without a buffer, step 2 reads into one.
            using var cancel = new CancellationTokenSource();
            int first = transport.Steps;
            transport.Before = (number, _, token) => number - first == step ? Cancel(cancel, token) : default;
            await peer.WriteAsync(message).InTime();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream.ReadAsync(buffer, cancel.Token).AsTask().InTime());
            transport.Before = null;
            await stream.ReadExactlyAsync(buffer).InTime();
            Assert.Equal(message, buffer);
            Assert.False(stream.HoldsBuffer);
            await stream.WriteAsync(message).InTime();
            await peer.ReadExactlyAsync(buffer).InTime();
        }
    }

    [Fact]
    public async Task A_read_canceled_within_a_record_loses_nothing()
    {
        await using Connected pair = await Connected.Make(largestRead: 10);
        byte[] message = new byte[1000];
        Random.Shared.NextBytes(message);
        await pair.Client.WriteAsync(message).InTime();
        byte[] received = new byte[message.Length];
        int at = 0;
        int canceled = 0;
        while (at < received.Length)
        {
            using var cancel = new CancellationTokenSource();
            Task<int> reading = pair.Server.ReadAsync(received.AsMemory(at), cancel.Token).AsTask();
            await cancel.CancelAsync();
            try
            {
                at += await reading.InTime();
            }
            catch (OperationCanceledException)
            {
                canceled++;
            }
        }

        Assert.Equal(message, received);
        Assert.InRange(canceled, 0, 1000);
    }

    [Fact]
    public async Task A_read_that_waits_for_the_peer_is_canceled_and_tried_again()
    {
        await using Connected pair = await Connected.Make();
        await pair.Exchange();
        for (byte i = 0; i < 5; i++)
        {
            using var cancel = new CancellationTokenSource();
            Task<int> reading = pair.Client.ReadAsync(new byte[1], cancel.Token).AsTask();
            Assert.False(reading.IsCompleted);
            await cancel.CancelAsync();
            OperationCanceledException e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.InTime());
            Assert.Equal(cancel.Token, e.CancellationToken);
        }

        await pair.Server.WriteAsync(new byte[] { 42 }).InTime();
        Assert.Equal(42, pair.Client.ReadByte());
    }

    [Fact]
    public async Task A_write_canceled_before_it_began_leaves_the_stream_usable()
    {
        await using Connected pair = await Connected.Make();
        var canceled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pair.Client.WriteAsync(new byte[1], canceled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pair.Client.ReadAsync(new byte[1], canceled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pair.Client.ShutdownAsync(canceled).AsTask());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pair.Client.RequestKeyUpdateAsync(true, canceled).AsTask());
        await pair.Exchange();
    }

    [Fact]
    public async Task A_write_canceled_on_its_way_makes_the_stream_unusable_for_writing_alone()
    {
        await using Connected pair = await Connected.Make(capacity: 8 * 1024);
        await pair.Exchange();
        using var cancel = new CancellationTokenSource();
        Task writing = pair.Client.WriteAsync(new byte[100_000], cancel.Token).AsTask();
        await TestTime.Until(() => pair.ClientTransport.Outgoing.HasWaitingWriter);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing.InTime());
        IOException later = await Assert.ThrowsAsync<IOException>(() => pair.Client.WriteAsync(new byte[1]).AsTask());
        Assert.IsAssignableFrom<OperationCanceledException>(later.InnerException);
        await pair.Server.WriteAsync(new byte[] { 3 }).InTime();
        Assert.Equal(3, pair.Client.ReadByte());
    }

    [Fact]
    public async Task A_canceled_handshake_tells_the_peer()
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        using var cancel = new CancellationTokenSource();
        Task<TlsStream> connecting =
            new TlsClient(TestAuthority.ClientOptions).AuthenticateAsync(a, TestAuthority.Host, cancel.Token).AsTask();
        await TestTime.Until(() => a.Incoming.HasWaitingReader);
        Task<TlsStream> accepting = new TlsServer(TestAuthority.ServerOptions with
        {
            // The server does not answer before the client has given up.
            SelectOptions = async (_, token) =>
            {
                await cancel.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting.InTime());
                return TestAuthority.ServerOptions;
            },
        }).AuthenticateAsync(b).AsTask();
        Exception e = await Assert.ThrowsAnyAsync<Exception>(() => accepting.InTime());
        Assert.Contains("closed", Assert.IsAssignableFrom<IOException>(e).Message + " closed", StringComparison.Ordinal);
        Assert.True(a.IsDisposed);
    }

    private static async Task<int> RunClient(int cancelAt)
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        using var cancel = new CancellationTokenSource();
        var transport = new SteppedTransport(a) { Before = (number, _, token) => number == cancelAt ? Cancel(cancel, token) : default };
        Task<TlsStream> accepting = new TlsServer(TestAuthority.ServerOptions).AuthenticateAsync(b).AsTask();
        try
        {
            await using TlsStream client =
                await new TlsClient(TestAuthority.ClientOptions).AuthenticateAsync(transport, TestAuthority.Host, cancel.Token).InTime();
            int steps = transport.Steps;
            await using TlsStream server = await accepting.InTime();
            return steps;
        }
        catch (OperationCanceledException)
        {
            Assert.True(a.IsDisposed);
            await EndOf(accepting);
            throw;
        }
    }

    private static async Task<int> RunServer(int cancelAt)
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        using var cancel = new CancellationTokenSource();
        var transport = new SteppedTransport(b) { Before = (number, _, token) => number == cancelAt ? Cancel(cancel, token) : default };
        Task<TlsStream> connecting = new TlsClient(TestAuthority.ClientOptions).AuthenticateAsync(a, TestAuthority.Host).AsTask();
        try
        {
            await using TlsStream server =
                await new TlsServer(TestAuthority.ServerOptions).AuthenticateAsync(transport, cancel.Token).InTime();
            int steps = transport.Steps;
            await using TlsStream client = await connecting.InTime();
            return steps;
        }
        catch (OperationCanceledException)
        {
            Assert.True(b.IsDisposed);
            await EndOf(connecting);
            throw;
        }
    }

    private static async ValueTask Cancel(CancellationTokenSource source, CancellationToken seen)
    {
        await source.CancelAsync();
        seen.ThrowIfCancellationRequested();
    }

    /// <summary>The other side may be done, or has failed because of the cancellation; it must not hang.</summary>
    private static async Task EndOf(Task<TlsStream> other)
    {
        try
        {
            await using TlsStream stream = await other.InTime();
        }
        catch (IOException)
        {
        }
    }

    private static async Task<(TlsStream Stream, SteppedTransport Transport, TlsStream Peer)> SteppedClient()
    {
        (MemoryTransport a, MemoryTransport b) = MemoryTransport.CreatePair();
        var stepped = new SteppedTransport(a);
        Task<TlsStream> accepting = new TlsServer(TestAuthority.ServerOptions with { TicketCount = 0 }).AuthenticateAsync(b).AsTask();
        TlsStream client = await new TlsClient(TestAuthority.ClientOptions).AuthenticateAsync(stepped, TestAuthority.Host).InTime();
        return (client, stepped, await accepting.InTime());
    }
}
