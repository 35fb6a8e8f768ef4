using System.Net;
using System.Net.Sockets;

namespace Aksu.Ca.Ocsp;

/// <summary>
/// An OCSP responder over HTTP on a loopback port (RFC 6960 appendix A: POST and GET), for trying things out. One request per connection.
/// Start it, then dispose it to stop.
/// </summary>
public sealed class OcspServer : IAsyncDisposable
{
    private const int MaxConnections = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterError = TimeSpan.FromMilliseconds(100);

    private readonly TcpListener _listener;
    private readonly Func<ReadOnlyMemory<byte>, byte[]> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private OcspServer(TcpListener listener, Func<ReadOnlyMemory<byte>, byte[]> answer)
    {
        _listener = listener;
        _answer = answer;
        _accepting = AcceptAsync();
    }

    /// <summary>Starts on 127.0.0.1.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="answer">Turns a DER OCSPRequest into a DER OCSPResponse, e.g. <see cref="CertificateAuthority.AnswerOcsp"/>. Must be
    /// thread-safe.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static OcspServer Start(int port, Func<ReadOnlyMemory<byte>, byte[]> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return new OcspServer(listener, answer);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var running = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                running.Add(ServeAsync(client));
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException)
            {
                // A client that was gone before it was accepted is no reason to stop, and a lack of descriptors may pass.
                await Task.Delay(PauseAfterError, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            running.RemoveAll(static task => task.IsCompleted);
            if (running.Count >= MaxConnections)
            {
                await Task.WhenAny(running).ConfigureAwait(false);
            }
        }

        await Task.WhenAll(running).ConfigureAwait(false);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            patience.CancelAfter(Patience);
            try
            {
                NetworkStream stream = client.GetStream();
                byte[]? request = await OcspHttp.ReadRequestAsync(stream, patience.Token).ConfigureAwait(false);
                byte[] response = request is null ? OcspHttp.BadRequest : OcspHttp.Wrap(_answer(request));
                await stream.WriteAsync(response, patience.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException or SocketException)
            {
                // A client that goes away or is too slow gets no answer.
            }
        }
    }
}
