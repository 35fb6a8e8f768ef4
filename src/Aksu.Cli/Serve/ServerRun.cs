using System.Net;
using System.Net.Sockets;
using Aksu.Cli.Failures;
using Aksu.Cli.Settings;
using Aksu.Tls;

namespace Aksu.Cli.Serve;

/// <summary>Listens, serves every connection, writes a line about each, and stops without cutting off what is under way.</summary>
internal sealed class ServerRun(IConnectionService service, ServerLog log, ServerShow? show) : IDisposable
{
    private const int MaxConnections = 512;
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _slots = new(MaxConnections);
    private readonly CancellationTokenSource _abort = new();

    /// <summary>Serves until it is stopped.</summary>
    /// <param name="listen">Where.</param>
    /// <param name="options">How.</param>
    /// <param name="started">Told the address when it listens.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="CommandFailure">It cannot listen there.</exception>
    public async Task RunAsync(IPEndPoint listen, TlsServerOptions options, Action<string> started, CancellationToken stop)
    {
        await using TlsListener listener = Start(listen, options);
        started(ListenAddress.TextOf(listener.LocalEndPoint));
        var signal = new StopSignal(stop, _abort.Token);
        try
        {
            while (true)
            {
                await _slots.WaitAsync(stop);
                _ = ServeAsync(await AcceptAsync(listener, stop), signal);
            }
        }
        catch (OperationCanceledException)
        {
            await FinishAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _slots.Dispose();
        _abort.Dispose();
    }

    private async Task<TlsStream> AcceptAsync(TlsListener listener, CancellationToken stop)
    {
        try
        {
            return await listener.AcceptAsync(stop);
        }
        catch
        {
            _slots.Release();
            throw;
        }
    }

    private TlsListener Start(IPEndPoint listen, TlsServerOptions options)
    {
        var listening = new TlsListenerOptions
        {
            HandshakeFailed = failure =>
            {
                CommandFailure why = FailureText.Describe(failure.Exception);
                show?.Failed(failure, why.Text);
                log.Line(ConnectionLog.FailedLine(failure.RemoteEndPoint, why.Message));
            },
            OpenTransport = show is null ? null : show.Open,
        };
        try
        {
            return TlsListener.Start(listen, options, listening);
        }
        catch (SocketException e)
        {
            throw FailureText.Describe(ServeTexts.CannotListen.With(ListenAddress.TextOf(listen)), e);
        }
    }

    private async Task ServeAsync(TlsStream connection, StopSignal stop)
    {
        await using (connection)
        {
            var line = new ConnectionLog(connection);
            try
            {
                await service.ServeAsync(connection, line, stop);
                log.Line(line.Line("ok"));
            }
            catch (OperationCanceledException)
            {
                log.Line(line.Line("stopped"));
            }
            catch (Exception e)
            {
                log.Line(line.Line($"\"{FailureText.Describe(e).Message}\""));
            }
        }

        show?.Ended(connection);
        _slots.Release();
    }

    /// <summary>Waits until every connection has given its slot back; those that take too long are cut off.</summary>
    private async Task FinishAsync()
    {
        _abort.CancelAfter(TimeToFinish);
        for (int slot = 0; slot < MaxConnections; slot++)
        {
            await _slots.WaitAsync();
        }
    }
}
