using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Tests.Support;

namespace Aksu.Tls.Tests;

public sealed class ListenerTests
{
    private static IPEndPoint Loopback => new(IPAddress.Loopback, 0);

    [Fact]
    public async Task A_client_connects_over_a_real_socket()
    {
        await using TlsListener listener = TlsListener.Start(Loopback, TestAuthority.ServerOptions);
        Task<TlsStream> accepting = listener.AcceptAsync().AsTask();
        await using TlsStream client =
            await TlsClient.ConnectAsync("127.0.0.1", listener.LocalEndPoint.Port, TestAuthority.ClientOptions).InTime();
        await using TlsStream server = await accepting.InTime();
        Assert.Equal(listener.LocalEndPoint, client.RemoteEndPoint);
        Assert.NotNull(server.RemoteEndPoint);
        await client.WriteAsync("ping"u8.ToArray()).InTime();
        byte[] buffer = new byte[4];
        await server.ReadExactlyAsync(buffer).InTime();
        Assert.Equal("ping", Encoding.ASCII.GetString(buffer));
        await server.DisposeAsync().InTime();
        Assert.Equal(0, await client.ReadAsync(buffer).InTime());
        Assert.Null(server.RemoteEndPoint);
    }

    [Fact]
    public async Task A_host_name_is_resolved()
    {
        await using TlsListener listener = TlsListener.Start(new IPEndPoint(IPAddress.IPv6Any, 0), TestAuthority.ServerOptions);
        Task<TlsStream> accepting = listener.AcceptAsync().AsTask();
        var client = new TlsClient(TestAuthority.ClientOptions);
        await using TlsStream connected = await client.ConnectAsync("localhost", listener.LocalEndPoint.Port).InTime();
        await using TlsStream accepted = await accepting.InTime();
        Assert.Equal("localhost", accepted.Info.ServerName);
    }

    [Fact]
    public async Task Nobody_there_is_a_socket_error()
    {
        int port;
        using (var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            // Bound, but not listening: nobody else gets the port, and nobody answers.
            socket.Bind(Loopback);
            port = ((IPEndPoint)socket.LocalEndPoint!).Port;
            await Assert.ThrowsAsync<SocketException>(
                () => TlsClient.ConnectAsync("127.0.0.1", port, TestAuthority.ClientOptions).InTime());
        }
    }

    [Fact]
    public async Task Slow_and_failing_clients_hold_up_nobody_else()
    {
        var failures = new ConcurrentQueue<HandshakeFailure>();
        await using TlsListener listener = TlsListener.Start(
            Loopback, TestAuthority.ServerOptions, new TlsListenerOptions { HandshakeFailed = failures.Enqueue });
        using Socket silent = await Connect(listener);
        using Socket halfHello = await Connect(listener, [22, 3, 1, 2, 0, 1, 0, 1]);
        using Socket http = await Connect(listener, "GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        using Socket noise = await Connect(listener, [0xde, 0xad, 0xbe, 0xef, 0, 1, 2, 3, 4, 5, 6]);
        (await Connect(listener)).Dispose();
        using (Socket reset = await Connect(listener, [22]))
        {
            reset.LingerState = new LingerOption(true, 0);
        }

        for (int i = 0; i < 3; i++)
        {
            Task<TlsStream> accepting = listener.AcceptAsync().AsTask();
            await using TlsStream client =
                await TlsClient.ConnectAsync("localhost", listener.LocalEndPoint.Port, TestAuthority.ClientOptions).InTime();
            await using TlsStream server = await accepting.InTime();
            await client.WriteAsync(new byte[] { 1 }).InTime();
            Assert.Equal(1, await server.ReadAsync(new byte[1]).InTime());
        }

        await TestTime.Until(() => failures.Count >= 4);
        Assert.Contains(failures, static failure => failure.Exception is TlsException { Reason: TlsReason.PlainHttp });
        Assert.Contains(failures, static failure => failure.Exception is TlsException { Reason: TlsReason.NotTls });
        Assert.Contains(failures, static failure => failure.Exception is TlsException { Reason: TlsReason.EndOfStream });
        Assert.All(failures, static failure => Assert.NotNull(failure.RemoteEndPoint));
    }

    [Fact]
    public async Task The_bound_on_handshakes_makes_further_clients_wait_until_one_ends()
    {
        var time = new ManualTime();
        var failures = new ConcurrentQueue<HandshakeFailure>();
        await using TlsListener listener = TlsListener.Start(
            Loopback,
            TestAuthority.ServerOptions with { Time = time },
            new TlsListenerOptions { MaxConcurrentHandshakes = 2, HandshakeFailed = failures.Enqueue });
        using Socket first = await Connect(listener);
        using Socket second = await Connect(listener);
        await TestTime.Until(() => time.Waiting == 2);
        Task<TlsStream> connecting = TlsClient.ConnectAsync("localhost", listener.LocalEndPoint.Port, TestAuthority.ClientOptions).AsTask();
        Task<TlsStream> accepting = listener.AcceptAsync().AsTask();
        Assert.False(connecting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(10));

        // Their goodbyes are waited for as well, and these clients say none.
        first.Dispose();
        second.Dispose();
        await using TlsStream client = await connecting.InTime();
        await using TlsStream server = await accepting.InTime();
        await TestTime.Until(() => failures.Count == 2);
        Assert.All(
            failures, static failure => Assert.Equal(TlsReason.HandshakeTimeout, Assert.IsType<TlsException>(failure.Exception).Reason));
    }

    [Fact]
    public async Task Many_clients_are_served_at_once()
    {
        const int Clients = 50;
        await using TlsListener listener =
            TlsListener.Start(Loopback, TestAuthority.ServerOptions, new TlsListenerOptions { MaxConcurrentHandshakes = 8 });
        Task serving = Task.Run(async () =>
        {
            for (int i = 0; i < Clients; i++)
            {
                await using TlsStream server = await listener.AcceptAsync();
                byte[] buffer = new byte[1];
                await server.ReadExactlyAsync(buffer);
                await server.WriteAsync(buffer);
            }
        });
        var client = new TlsClient(TestAuthority.ClientOptions);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async i =>
        {
            await using TlsStream stream = await client.ConnectAsync("localhost", listener.LocalEndPoint.Port);
            await stream.WriteAsync(new[] { (byte)i });
            Assert.Equal((byte)i, await ReadOne(stream));
        })).InTime();
        await serving.InTime();

        static async Task<byte> ReadOne(TlsStream stream)
        {
            byte[] one = new byte[1];
            await stream.ReadExactlyAsync(one);
            return one[0];
        }
    }

    [Fact]
    public async Task The_alert_reaches_a_client_that_has_sent_more_than_was_read()
    {
        await using TlsListener listener = TlsListener.Start(Loopback, TestAuthority.ServerOptions with
        {
            ClientAuthentication = Engine.Options.ClientAuthentication.Required,
            Trust = TestAuthority.Trust,
        });

        // TLS 1.3: the client is done and writes before the server has judged it.
        await using TlsStream client =
            await TlsClient.ConnectAsync("localhost", listener.LocalEndPoint.Port, TestAuthority.ClientOptions).InTime();
        try
        {
            await client.WriteAsync(new byte[200_000]).InTime();
        }
        catch (IOException)
        {
            // The server may have closed already.
        }

        TlsException e = await Assert.ThrowsAsync<TlsException>(() => client.ReadAsync(new byte[1]).AsTask().InTime());
        Assert.Equal(AlertDescription.CertificateRequired, e.Alert);
    }

    [Fact]
    public async Task Disposing_ends_what_is_under_way()
    {
        TlsListener listener = TlsListener.Start(Loopback, TestAuthority.ServerOptions);
        using Socket silent = await Connect(listener);
        await using TlsStream untaken =
            await TlsClient.ConnectAsync("localhost", listener.LocalEndPoint.Port, TestAuthority.ClientOptions).InTime();
        Task<TlsStream> first = listener.AcceptAsync().AsTask();
        await using (await first.InTime())
        {
            Task<TlsStream> waiting = listener.AcceptAsync().AsTask();
            await listener.DisposeAsync().InTime();
            await listener.DisposeAsync().InTime();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.InTime());
            await Assert.ThrowsAsync<ObjectDisposedException>(() => listener.AcceptAsync().InTime());
            Assert.True(await Ends(silent).InTime());
        }
    }

    [Fact]
    public async Task Connections_that_nobody_took_are_closed_with_the_listener()
    {
        TlsListener listener = TlsListener.Start(Loopback, TestAuthority.ServerOptions);
        await using TlsStream client =
            await TlsClient.ConnectAsync("localhost", listener.LocalEndPoint.Port, TestAuthority.ClientOptions).InTime();
        await listener.DisposeAsync().InTime();
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            if (await client.ReadAsync(new byte[1]).InTime() == 0)
            {
                throw new EndOfStreamException();
            }
        });
    }

    [Fact]
    public async Task Accepting_can_be_canceled_without_losing_a_client()
    {
        await using TlsListener listener = TlsListener.Start(Loopback, TestAuthority.ServerOptions);
        using var cancel = new CancellationTokenSource();
        Task<TlsStream> accepting = listener.AcceptAsync(cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => accepting.InTime());
        await using TlsStream client =
            await TlsClient.ConnectAsync("localhost", listener.LocalEndPoint.Port, TestAuthority.ClientOptions).InTime();
        await using TlsStream server = await listener.AcceptAsync().InTime();
    }

    private static async Task<Socket> Connect(TlsListener listener, byte[]? first = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(listener.LocalEndPoint);
        if (first is not null)
        {
            await socket.SendAsync(first);
        }

        return socket;
    }

    private static async Task<bool> Ends(Socket socket)
    {
        byte[] buffer = new byte[256];
        try
        {
            while (await socket.ReceiveAsync(buffer) > 0)
            {
            }
        }
        catch (SocketException)
        {
        }

        return true;
    }
}
