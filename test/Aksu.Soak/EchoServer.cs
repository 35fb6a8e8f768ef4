using System.Net;
using Aksu.Tls;

namespace Aksu.Soak;

/// <summary>A server that gives back what it gets, and has enough of a client that is silent or does not read for some seconds.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TlsListener _listener;
    private readonly Task _serving;
    private int _open;
    private int _failedHandshakes;

    public EchoServer()
    {
        _listener = TlsListener.Start(
            new IPEndPoint(IPAddress.Loopback, 0),
            SoakAuthority.ServerOptions with { HandshakeTimeout = Patience },
            new TlsListenerOptions { HandshakeFailed = _ => Interlocked.Increment(ref _failedHandshakes) });
        _serving = Serve();
    }

    public IPEndPoint EndPoint => _listener.LocalEndPoint;

    /// <summary>Connections that it is talking on.</summary>
    public int Open => Volatile.Read(ref _open);

    public int FailedHandshakes => Volatile.Read(ref _failedHandshakes);

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        await _serving;
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                TlsStream stream = await _listener.AcceptAsync();
                Interlocked.Increment(ref _open);
                _ = Echo(stream);
            }
        }
        catch (ObjectDisposedException)
        {
        }
    }

    private async Task Echo(TlsStream stream)
    {
        try
        {
            await using (stream)
            {
                byte[] buffer = new byte[4096];
                while (true)
                {
                    using var patience = new CancellationTokenSource(Patience);
                    int count = await stream.ReadAsync(buffer, patience.Token);
                    if (count == 0)
                    {
                        break;
                    }

                    await stream.WriteAsync(buffer.AsMemory(0, count), patience.Token);
                }

                await stream.ShutdownAsync();
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
