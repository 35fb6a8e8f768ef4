using System.Collections.Concurrent;
using System.Net;
using Aksu.Tls;

namespace Aksu.Interop.Tests.Peers;

/// <summary>Our server: sends everything back until the client closes. Keeps what each connection came to be.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly TlsListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<TlsConnectionInfo> _connections = new();
    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly Func<TlsStream, Task>? _afterFirstData;
    private readonly Task _loop;

    public EchoServer(TlsServerOptions options, Func<TlsStream, Task>? afterFirstData = null)
    {
        _afterFirstData = afterFirstData;
        _listener = TlsListener.Start(
            new IPEndPoint(IPAddress.Loopback, 0),
            options,
            new TlsListenerOptions { HandshakeFailed = failure => _failures.Enqueue(failure.Exception) });
        _loop = AcceptAsync();
    }

    public int Port => _listener.LocalEndPoint.Port;

    /// <summary>What was agreed on, a connection after the other, as it stood when the connection ended.</summary>
    public IReadOnlyList<TlsConnectionInfo> Connections => [.. _connections];

    public IReadOnlyList<Exception> Failures => [.. _failures];

    /// <summary>Waits until so many connections have ended.</summary>
    public async Task WaitForConnectionsAsync(int count)
    {
        for (int i = 0; i < 400 && _connections.Count < count; i++)
        {
            await Task.Delay(50);
        }

        Assert.True(_connections.Count >= count, "The server saw too few connections; failures: " + string.Join(" | ", _failures));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listener.DisposeAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var running = new List<Task>();
        try
        {
            while (true)
            {
                running.Add(EchoAsync(await _listener.AcceptAsync(_stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The test is over.
        }

        await Task.WhenAll(running);
    }

    private async Task EchoAsync(TlsStream stream)
    {
        try
        {
            await using (stream)
            {
                byte[] buffer = new byte[16 * 1024];
                bool isFirst = true;
                int length;
                while ((length = await stream.ReadAsync(buffer, _stop.Token)) > 0)
                {
                    if (isFirst && _afterFirstData is { } act)
                    {
                        await act(stream);
                    }

                    isFirst = false;
                    await stream.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
                }

                _connections.Enqueue(stream.Info);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            _failures.Enqueue(e);
            _connections.Enqueue(stream.Info);
        }
    }
}
