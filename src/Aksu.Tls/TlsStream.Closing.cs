using System.Net.Sockets;
using Aksu.Tls.Transport;

namespace Aksu.Tls;

/// <content>Saying goodbye.</content>
public sealed partial class TlsStream
{
    private volatile bool _isShutDown;
    private volatile bool _sentAlert;

    /// <summary>
    /// Says that nothing more comes from this side (close_notify, RFC 9846 §6.1). Reading goes on until the peer says so too; writing is
    /// over. Does nothing the second time.
    /// </summary>
    public async ValueTask ShutdownAsync(CancellationToken cancellationToken = default)
    {
        await SendControlAsync(static (engine, output) => engine.Shutdown(output), cancellationToken).ConfigureAwait(false);
        _isShutDown = true;
    }

    /// <summary>
    /// Says close_notify unless that was done, within <see cref="TlsOptions.CloseTimeout"/>, closes the transport unless it is to stay
    /// open, and wipes the keys. An operation that still runs fails; never throws.
    /// </summary>
    public override async ValueTask DisposeAsync()
    {
        if (_use.TryBeginDispose())
        {
            await SayGoodbyeAsync().ConfigureAwait(false);
            if (!_options.LeaveInnerStreamOpen)
            {
                await _inner.DisposeAsync().ConfigureAwait(false);
            }
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="DisposeAsync"/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _use.TryBeginDispose())
        {
            SyncTransportIo.Result(SyncTransportIo.WaitAsync(SayGoodbyeAsync()));
            if (!_options.LeaveInnerStreamOpen)
            {
                _inner.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private async ValueTask SayGoodbyeAsync()
    {
        bool isLent = CancellationSources.MayKeepToken(_inner);
        CancellationTokenSource timeout = isLent ? new CancellationTokenSource() : CancellationSources.Take();
        Task sending = SendCloseNotifyAsync(timeout.Token);
        if (!sending.IsCompleted)
        {
            try
            {
                await sending.WaitAsync(_options.CloseTimeout, _options.Time, CancellationToken.None).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                await timeout.CancelAsync().ConfigureAwait(false);
            }
        }

        CancellationSources.Return(timeout, isLent);
        if (_sentAlert)
        {
            await LingeringClose.WaitForPeerAsync(_inner, _options).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Best effort: the transport may be gone, or the peer may have stopped reading. It ends the use that disposing began.
    /// </summary>
    private async Task SendCloseNotifyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _turn.EnterAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (_writeFailure is null)
                {
                    _engine.Shutdown(_output);
                    await SendLastAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                _output.Release();
                _turn.Exit();
            }
        }
        catch (Exception)
        {
            // Nobody is left to be told.
        }
        finally
        {
            LeaveOther();
        }
    }

    /// <summary>
    /// Sends what is in the output, or does not. That the peer has closed first is nothing unusual here, and an exception that is thrown
    /// from one asynchronous method to the next costs as much as half a handshake: it is looked at instead.
    /// </summary>
    private async ValueTask SendLastAsync(CancellationToken cancellationToken)
    {
        if (TrySendLastOnSocket())
        {
            return;
        }

        Task sending;
        try
        {
            sending = _inner.WriteAsync(_output.Written, cancellationToken).AsTask();
        }
        catch (Exception)
        {
            _output.Abandon();
            return;
        }

        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sending.IsCompletedSuccessfully)
        {
            _output.Clear();
            await _inner.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            _output.Abandon();
        }
    }

    /// <summary>
    /// Sends what is in the output where that takes no waiting: a socket itself says that the peer is gone without making an exception.
    /// False when it was not tried: a transport that is something else, or more than the framework's stream, or whose buffer is full.
    /// </summary>
    private bool TrySendLastOnSocket()
    {
        if (_inner.GetType() != typeof(NetworkStream))
        {
            return false;
        }

        try
        {
            Socket socket = ((NetworkStream)_inner).Socket;
            if (!socket.Poll(TimeSpan.Zero, SelectMode.SelectWrite))
            {
                return false;
            }

            socket.Send(_output.Written.Span, SocketFlags.None, out _);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It was closed under us: there is nothing to send to.
        }

        _output.Clear();
        return true;
    }

    /// <summary>The last one out: nobody uses the engine or a buffer any more.</summary>
    private void TearDown()
    {
        _engine.Dispose();
        _plaintextLength = 0;
        _input.Release();
        _output.Release();
    }
}
