using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Aksu.Tls;

/// <summary>
/// Listens for TCP connections and does their handshakes side by side, so that a slow or failing client holds up nobody else. Thread-safe.
/// </summary>
public sealed class TlsListener : IAsyncDisposable
{
    /// <summary>After an error that may last (no descriptors left), so that the loop does not spin.</summary>
    private static readonly TimeSpan PauseAfterError = TimeSpan.FromMilliseconds(100);

    private readonly TlsServer _server;
    private readonly TlsListenerOptions _options;
    private readonly Socket _socket;
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Channel<TlsStream> _ready = Channel.CreateBounded<TlsStream>(1);
    private readonly Task _accepting;
    private int _disposed;

    private TlsListener(TlsServer server, TlsListenerOptions options, Socket socket)
    {
        _server = server;
        _options = options;
        _socket = socket;
        _slots = new SemaphoreSlim(options.MaxConcurrentHandshakes);
        LocalEndPoint = (IPEndPoint)socket.LocalEndPoint!;
        _accepting = AcceptLoopAsync();
    }

    /// <summary>Where it listens; with the real port where port 0 was asked for.</summary>
    public IPEndPoint LocalEndPoint { get; }

    /// <summary>Begins to listen.</summary>
    /// <param name="endPoint">Where; port 0 takes a free one. <see cref="IPAddress.IPv6Any"/> takes IPv4 as well.</param>
    /// <param name="options">How to answer clients.</param>
    /// <param name="listening">How to listen; null for the defaults.</param>
    /// <exception cref="SocketException">The end point cannot be had.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static TlsListener Start(IPEndPoint endPoint, TlsServerOptions options, TlsListenerOptions? listening = null)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        var server = new TlsServer(options);
        TlsListenerOptions how = listening ?? new TlsListenerOptions();
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (endPoint.Address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(endPoint);
            socket.Listen(how.Backlog);
            return new TlsListener(server, how, socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The next connection whose handshake is done; it belongs to the caller. Failed handshakes are not seen here.</summary>
    /// <exception cref="ObjectDisposedException">The listener was disposed of.</exception>
    public async ValueTask<TlsStream> AcceptAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _ready.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(TlsListener));
        }
    }

    /// <summary>Stops listening and ends handshakes under way, and connections that nobody has taken.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _accepting.ConfigureAwait(false);
        for (int slot = 0; slot < _options.MaxConcurrentHandshakes; slot++)
        {
            // Each handshake gives its slot back when it has ended.
            await _slots.WaitAsync().ConfigureAwait(false);
        }

        _ready.Writer.Complete();
        while (_ready.Reader.TryRead(out TlsStream? stream))
        {
            await stream.DisposeAsync().ConfigureAwait(false);
        }

        _slots.Dispose();
        _stopping.Dispose();
    }

    private async Task AcceptLoopAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            bool hasSlot = false;
            try
            {
                await _slots.WaitAsync(_stopping.Token).ConfigureAwait(false);
                hasSlot = true;
                Socket client = await _socket.AcceptAsync(_stopping.Token).ConfigureAwait(false);
                hasSlot = false;
                _ = ServeAsync(client);
            }
            catch (OperationCanceledException)
            {
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                if (!_stopping.IsCancellationRequested)
                {
                    _options.HandshakeFailed?.Invoke(new HandshakeFailure(null, e));
                    await Task.Delay(PauseAfterError, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
            finally
            {
                if (hasSlot)
                {
                    _slots.Release();
                }
            }
        }
    }

    /// <summary>One client, from its connection to its place among those that are ready. Ends with a slot to give back.</summary>
    private async Task ServeAsync(Socket client)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        EndPoint? remote = null;
        try
        {
            remote = client.RemoteEndPoint;
            client.NoDelay = _options.NoDelay;
            NetworkStream transport = _options.OpenTransport?.Invoke(client) ?? new NetworkStream(client, ownsSocket: true);
            TlsStream stream = await _server.AuthenticateAsync(transport, _stopping.Token).ConfigureAwait(false);
            try
            {
                await _ready.Writer.WriteAsync(stream, _stopping.Token).ConfigureAwait(false);
            }
            catch
            {
                await stream.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
        catch (Exception e)
        {
            client.Dispose();
            if (!_stopping.IsCancellationRequested)
            {
                _options.HandshakeFailed?.Invoke(new HandshakeFailure(remote, e));
            }
        }
        finally
        {
            _slots.Release();
        }
    }
}
