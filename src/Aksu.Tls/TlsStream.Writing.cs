using System.Buffers;
using System.Runtime.CompilerServices;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Transport;

namespace Aksu.Tls;

/// <content>The sending half. Whoever holds the turn uses it: the writer, or whoever sends what the receiving half owes.</content>
public sealed partial class TlsStream
{
    /// <summary>
    /// Plaintext that is sealed for one write: four full records, 64 KiB, which is what most who write much write at a time. Sealed, it
    /// needs the pool's next larger array, of 128 KiB, until it is sent; one write instead of two is worth that.
    /// </summary>
    private const int ChunkSize = 4 * (1 << 14);

    /// <summary>What sealing adds to a full record at most, with room for a key update in front.</summary>
    private const int OverheadPerRecord = 64;

    private readonly OutputBuffer _output;
    private Exception? _writeFailure;

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _use.BeginWrite();
        try
        {
            SyncTransportIo.Result(SyncTransportIo.WaitAsync(_turn.EnterAsync(CancellationToken.None)));
            try
            {
                do
                {
                    int length = Seal(buffer);
                    buffer = buffer[length..];
                    SyncTransportIo.Result(SendAsync<SyncTransportIo>(CancellationToken.None));
                }
                while (!buffer.IsEmpty);
            }
            finally
            {
                LeaveTurn();
            }
        }
        finally
        {
            LeaveWrite();
        }
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value]);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>Protects and sends. A write of zero bytes sends what is owed to the peer, if anything.</summary>
    /// <exception cref="TlsException">The connection has failed.</exception>
    /// <exception cref="InvalidOperationException">Another write is under way, or <see cref="ShutdownAsync"/> was called.</exception>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        _use.BeginWrite();
        return WriteCoreAsync(buffer, cancellationToken);
    }

    /// <summary>Flushes the transport. What was written is with the transport already.</summary>
    public override void Flush()
    {
        ObjectDisposedException.ThrowIf(_use.IsDisposed, this);
        _inner.Flush();
    }

    /// <inheritdoc cref="Flush"/>
    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_use.IsDisposed, this);
        return _inner.FlushAsync(cancellationToken);
    }

    /// <summary>The write that was begun; it ends it.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WriteCoreAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            await _turn.EnterAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                do
                {
                    int length = Seal(buffer.Span);
                    buffer = buffer[length..];
                    await SendAsync<AsyncTransportIo>(cancellationToken).ConfigureAwait(false);
                }
                while (!buffer.IsEmpty);
            }
            finally
            {
                LeaveTurn();
            }
        }
        finally
        {
            LeaveWrite();
        }
    }

    /// <summary>Seals the next part into the output, behind what is owed; how much of the plaintext that was.</summary>
    private int Seal(ReadOnlySpan<byte> plaintext)
    {
        ThrowIfWriteFailed();
        int length = Math.Min(plaintext.Length, ChunkSize);
        _output.Reserve(length + ((1 + (length >> 14)) * OverheadPerRecord));
        try
        {
            _engine.Encrypt(plaintext[..length], _output);
        }
        catch (Exception e)
        {
            FailIfSealed(e);
            throw;
        }

        return length;
    }

    /// <summary>Records that were sealed and do not go out leave a gap: the peer could not open what followed.</summary>
    private void FailIfSealed(Exception cause)
    {
        if (!_output.IsEmpty)
        {
            _writeFailure = cause;
        }
    }

    /// <summary>Sends what is in the output. If that fails, a part of a record may have gone out, so that nothing can follow.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync<TIo>(CancellationToken cancellationToken)
        where TIo : struct, ITransportIo
    {
        if (_output.IsEmpty)
        {
            return;
        }

        try
        {
            await TIo.WriteAsync(_inner, _output.Written, cancellationToken).ConfigureAwait(false);
            _output.Clear();
        }
        catch (Exception e)
        {
            _writeFailure = e;
            _output.Abandon();
            throw;
        }
    }

    /// <summary>Sends something other than application data, when it is its turn.</summary>
    private async ValueTask SendControlAsync(Action<TlsEngine, IBufferWriter<byte>> write, CancellationToken cancellationToken)
    {
        BeginOther();
        try
        {
            await _turn.EnterAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                ThrowIfWriteFailed();
                try
                {
                    write(_engine, _output);
                }
                catch (Exception e)
                {
                    FailIfSealed(e);
                    throw;
                }

                await SendAsync<AsyncTransportIo>(cancellationToken).ConfigureAwait(false);
                await _inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                LeaveTurn();
            }
        }
        finally
        {
            LeaveOther();
        }
    }

    /// <summary>
    /// Sends what the receiving half owes, unless somebody has the turn, who then does so when leaving. The reader starts this and does not
    /// wait for it.
    /// </summary>
    private async Task FlushOwedAsync()
    {
        while (_engine.HasPendingOutput && _writeFailure is null && _use.TryBeginOther())
        {
            bool isMyTurn = _turn.TryEnter();
            try
            {
                if (!isMyTurn)
                {
                    return;
                }

                _engine.FlushPending(_output);
                await SendAsync<AsyncTransportIo>(CancellationToken.None).ConfigureAwait(false);
                await _inner.FlushAsync().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // The next write reports it.
                _writeFailure ??= e;
            }
            finally
            {
                if (isMyTurn)
                {
                    _output.Release();
                    _turn.Exit();
                }

                LeaveOther();
            }
        }
    }

    /// <summary>The connection failed while reading: gives the alert a moment to go out.</summary>
    private async ValueTask SendAlertAsync()
    {
        try
        {
            await FlushOwedAsync().WaitAsync(_options.CloseTimeout, _options.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The peer does not take it; the reader is not kept any longer.
        }
    }

    private void LeaveTurn()
    {
        _output.Release();
        _turn.Exit();
        if (_engine.HasPendingOutput)
        {
            _ = FlushOwedAsync();
        }
    }

    private void ThrowIfWriteFailed()
    {
        if (_writeFailure is { } failure)
        {
            throw new IOException(
                "An earlier write did not reach the transport whole, so nothing can follow it. The inner exception says why.", failure);
        }
    }

    private void LeaveWrite()
    {
        if (_use.EndWrite())
        {
            TearDown();
        }
    }
}
