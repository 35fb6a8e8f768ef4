using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Transport;

namespace Aksu.Tls.Negotiation;

/// <summary>
/// Drives an engine through its handshake over a transport. However it ends, the peer is told: an alert goes out before an exception does.
/// </summary>
internal sealed class HandshakeDriver
{
    private readonly Stream _inner;
    private readonly TlsEngine _engine;
    private readonly Decisions _decisions;
    private readonly TlsOptions _options;
    private readonly InputBuffer _input = new();
    private readonly OutputBuffer _output = new();
    private ExceptionDispatchInfo? _writeFailure;
    private bool _isWriting;

    private HandshakeDriver(Stream inner, TlsEngine engine, Decisions decisions)
    {
        _inner = inner;
        _engine = engine;
        _decisions = decisions;
        _options = decisions.Options;
    }

    /// <summary>
    /// Makes a connection of the engine and the transport, both of which belong to it afterwards; both are closed on failure.
    /// </summary>
    public static async ValueTask<TlsStream> RunAsync(
        Stream inner, TlsEngine engine, Decisions decisions, CancellationToken cancellationToken)
    {
        var driver = new HandshakeDriver(inner, engine, decisions);
        try
        {
            await driver.RunWithinTimeAsync(cancellationToken).ConfigureAwait(false);
            return new TlsStream(inner, engine, decisions, driver._input, driver._output);
        }
        catch
        {
            await driver.CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunWithinTimeAsync(CancellationToken cancellationToken)
    {
        CancellationTokenSource timeout = CancellationSources.Take(_options.HandshakeTimeout, _options.Time);

        // A transport that may keep its token gets one of this handshake alone, so that the timer at least is used again.
        bool isLinked = cancellationToken.CanBeCanceled || CancellationSources.MayKeepToken(_inner);
        try
        {
            using CancellationTokenSource? either =
                isLinked ? CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken) : null;
            await RunUntilAsync(either?.Token ?? timeout.Token, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            CancellationSources.Return(timeout, isLent: !isLinked && _decisions.HasLentToken);
        }
    }

    /// <param name="token">Ends the handshake when its time is over, or when it is canceled.</param>
    /// <param name="cancellationToken">That of the caller, who is told so when it was canceled.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask RunUntilAsync(CancellationToken token, CancellationToken cancellationToken)
    {
        try
        {
            await DriveAsync(token).ConfigureAwait(false);
            _decisions.TakeReceived(_engine);
        }
        catch (OperationCanceledException e) when (token.IsCancellationRequested)
        {
            bool isCanceled = cancellationToken.IsCancellationRequested;
            _engine.Shutdown(_output);
            TlsException failure = _engine.Abort(isCanceled ? e : new TimeoutException());
            await SayGoodbyeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            throw failure;
        }
        catch (TlsException e)
        {
            PeerVerdict.Attach(e, _decisions.Verdict);
            _engine.FlushPending(_output);
            await SayGoodbyeAsync().ConfigureAwait(false);
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask DriveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TlsStatus status = Step();
            await KeepSessionsAsync(cancellationToken).ConfigureAwait(false);
            if (!_output.IsEmpty)
            {
                await SendAsync(cancellationToken).ConfigureAwait(false);
            }

            switch (status)
            {
                case TlsStatus.Complete when _writeFailure is null:
                    return;
                case TlsStatus.Complete:
                    await ReceiveAsync(cancellationToken).ConfigureAwait(false);
                    _engine.Decrypt(_input.Unread, out _, out _);
                    _writeFailure!.Throw();
                    break;
                case TlsStatus.NeedInput:
                    await ReceiveAsync(cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    await DecideAsync(cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    private TlsStatus Step()
    {
        TlsStatus status = _engine.Handshake(_input.Unread, _output, out int consumed);
        _input.Consume(consumed);
        return status;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        _isWriting = true;
        try
        {
            await _inner.WriteAsync(_output.Written, cancellationToken).ConfigureAwait(false);
            await _inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            _isWriting = false;
            _output.Release();
        }
        catch (IOException e) when (_writeFailure is null)
        {
            // A peer that refuses us may have closed already: its alert, waiting to be read, says more than a broken pipe.
            _writeFailure = ExceptionDispatchInfo.Capture(e);
            _output.Abandon();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReceiveAsync(CancellationToken cancellationToken)
    {
        int count;
        try
        {
            if (_options.UseZeroByteReads && _input.IsEmpty)
            {
                _input.ReleaseIfEmpty();
                await _inner.ReadAsync(Memory<byte>.Empty, cancellationToken).ConfigureAwait(false);
            }

            count = await _inner.ReadAsync(_input.FreeSpace(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _input.AbandonIfEmpty();
            if (e is IOException)
            {
                _writeFailure?.Throw();
            }

            throw;
        }

        if (count == 0)
        {
            _writeFailure?.Throw();
            _engine.EndOfInput();
        }

        _input.Commit(count);
    }

    private ValueTask DecideAsync(CancellationToken cancellationToken) =>
        AskAsync(_decisions.AnswerAsync(_engine.Pending!, cancellationToken), cancellationToken);

    private ValueTask KeepSessionsAsync(CancellationToken cancellationToken)
    {
        ValueTask keeping = _decisions.KeepSessionsAsync(cancellationToken);
        return keeping.IsCompletedSuccessfully ? keeping : AskAsync(keeping, cancellationToken);
    }

    /// <summary>Waits for the application; its failure ends the connection.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AskAsync(ValueTask application, CancellationToken cancellationToken)
    {
        try
        {
            await application.ConfigureAwait(false);
        }
        catch (Exception e) when (e is not TlsException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw _engine.Abort(e);
        }
    }

    /// <summary>Sends the alert that is in the output, if the transport still takes it within the time that there is for this.</summary>
    private async ValueTask SayGoodbyeAsync()
    {
        if (_output.IsEmpty || _isWriting)
        {
            return;
        }

        using var timeout = new CancellationTokenSource();
        try
        {
            Task sending = SendAsync(timeout.Token).AsTask();
            await sending.WaitAsync(_options.CloseTimeout, _options.Time, CancellationToken.None).ConfigureAwait(false);
            await LingeringClose.WaitForPeerAsync(_inner, _options).ConfigureAwait(false);
        }
        catch (Exception e) when (
            e is IOException or ObjectDisposedException or TimeoutException or OperationCanceledException or NotSupportedException)
        {
            // The failure that is reported is the one that came first.
            await timeout.CancelAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask CloseAsync()
    {
        _engine.Dispose();
        _input.Release();
        if (_isWriting)
        {
            _output.Abandon();
        }
        else
        {
            _output.Release();
        }

        if (!_options.LeaveInnerStreamOpen)
        {
            await _inner.DisposeAsync().ConfigureAwait(false);
        }
    }
}
