using System.Runtime.CompilerServices;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Negotiation;
using Aksu.Tls.Transport;

namespace Aksu.Tls;

/// <content>The receiving half.</content>
public sealed partial class TlsStream
{
    private readonly InputBuffer _input;

    // Plaintext of the last record that the reader has not taken yet: a part of the input buffer, in front of what is unread there.
    private int _plaintextAt;
    private int _plaintextLength;
    private bool _isEnded;
    private Exception? _readFailure;

    private enum ReadStep
    {
        Done,
        NeedInput,
        NeedDecision,
    }

    /// <summary>Whether memory is held for receiving or sending; an idle connection holds none.</summary>
    internal bool HoldsBuffer => _input.IsRented || _output.IsRented;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            _use.BeginRead();
            SyncTransportIo.Result(ReadCoreAsync<SyncTransportIo>(Memory<byte>.Empty, CancellationToken.None));
            if (buffer.IsEmpty)
            {
                return 0;
            }

            _use.BeginRead();
            try
            {
                if (Take(buffer, out int count) == ReadStep.Done)
                {
                    return count;
                }
            }
            finally
            {
                LeaveRead();
            }
        }
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        byte one = 0;
        return Read(new Span<byte>(ref one)) == 0 ? -1 : one;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    /// <summary>
    /// Reads what has come, at least one byte; 0 when the peer has said that nothing more comes. A read of zero bytes waits until there is
    /// something to read.
    /// </summary>
    /// <exception cref="TlsException">The connection failed; the peer has been told.</exception>
    /// <exception cref="InvalidOperationException">Another read is under way.</exception>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<int>(cancellationToken);
        }

        _use.BeginRead();
        return ReadCoreAsync<AsyncTransportIo>(buffer, cancellationToken);
    }

    /// <summary>The read that was begun; it ends it.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadCoreAsync<TIo>(Memory<byte> buffer, CancellationToken cancellationToken)
        where TIo : struct, ITransportIo
    {
        try
        {
            ReadStep step;
            int count;
            while ((step = Take(buffer.Span, out count)) != ReadStep.Done)
            {
                if (step == ReadStep.NeedDecision)
                {
                    await TIo.WaitAsync(DecideAsync(cancellationToken)).ConfigureAwait(false);
                }
                else
                {
                    await ReceiveAsync<TIo>(cancellationToken).ConfigureAwait(false);
                }
            }

            return count;
        }
        catch (TlsException e)
        {
            PeerVerdict.Attach(e, _decisions.Verdict);
            _sentAlert = !e.SentByPeer && e.Kind != TlsErrorKind.Truncated;
            _plaintextLength = 0;
            _input.Release();
            await TIo.WaitAsync(SendAlertAsync()).ConfigureAwait(false);
            throw;
        }
        finally
        {
            LeaveRead();
        }
    }

    /// <summary>Takes what can be had without the transport: what is left of the last record, and whole records that have come.</summary>
    private ReadStep Take(Span<byte> destination, out int count)
    {
        count = 0;
        ReadStep step;
        do
        {
            if (_plaintextLength > 0)
            {
                int length = Math.Min(_plaintextLength, destination.Length);
                _input.Slice(_plaintextAt, length).CopyTo(destination);
                destination = destination[length..];
                count += length;
                _plaintextAt += length;
                _plaintextLength -= length;
                if (_plaintextLength > 0)
                {
                    return ReadStep.Done;
                }
            }

            if (count > 0 && destination.IsEmpty)
            {
                step = ReadStep.Done;
                break;
            }

            step = OpenNext(destination, hasSome: count > 0, out int opened);
            destination = destination[opened..];
            count += opened;
        }
        while (step == ReadStep.Done && !_isEnded && !destination.IsEmpty);

        _input.ReleaseIfEmptyUnless(_plaintextLength > 0);
        return count > 0 ? ReadStep.Done : step;
    }

    /// <summary>
    /// Opens the next record with data: into the reader's memory if there is room for all of it, otherwise in place, to be copied from
    /// there. Done also at the end, where there is no plaintext.
    /// </summary>
    private ReadStep OpenNext(Span<byte> destination, bool hasSome, out int opened)
    {
        opened = 0;
        if (_isEnded)
        {
            return ReadStep.Done;
        }

        try
        {
            if (_readFailure is { } earlier)
            {
                throw new IOException("An earlier read from the transport failed; the inner exception says why.", earlier);
            }

            return Open(destination, out opened);
        }
        catch (Exception) when (hasSome)
        {
            // What came before the failure is delivered first. The failure stands, and the next read meets it again.
            return ReadStep.NeedInput;
        }
    }

    private ReadStep Open(Span<byte> destination, out int opened)
    {
        opened = 0;
        int position = _input.Position;
        Span<byte> unread = _input.Unread;
        TlsStatus status = _engine.Decrypt(unread, destination, out int consumed, out ReadOnlySpan<byte> plaintext);
        _input.Consume(consumed);
        _decisions.TakeReceived(_engine);
        if (_engine.HasPendingOutput)
        {
            _ = FlushOwedAsync();
        }

        switch (status)
        {
            case TlsStatus.Complete:
                if (unread.Overlaps(plaintext, out int offset))
                {
                    _plaintextAt = position + offset;
                    _plaintextLength = plaintext.Length;
                }
                else
                {
                    opened = plaintext.Length;
                }

                return ReadStep.Done;
            case TlsStatus.Closed:
                _isEnded = true;
                _input.Release();
                return ReadStep.Done;
            case TlsStatus.NeedInput:
                return ReadStep.NeedInput;
            default:
                return ReadStep.NeedDecision;
        }
    }

    /// <summary>Reads from the transport once. While nothing is there, no buffer is held.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReceiveAsync<TIo>(CancellationToken cancellationToken)
        where TIo : struct, ITransportIo
    {
        int count;
        try
        {
            if (_options.UseZeroByteReads && _input.IsEmpty)
            {
                _input.ReleaseIfEmpty();
                await TIo.ReadAsync(_inner, Memory<byte>.Empty, cancellationToken).ConfigureAwait(false);
            }

            count = await TIo.ReadAsync(_inner, _input.FreeSpace(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _input.AbandonIfEmpty();
            if (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                _readFailure = e;
            }

            throw;
        }

        if (count == 0)
        {
            // Throws unless the peer has said close_notify, and then there would have been no read.
            _engine.EndOfInput();
            _isEnded = true;
        }

        _input.Commit(count);
    }

    /// <summary>
    /// Answers what the engine asks for post-handshake authentication. A canceled answer is asked for again by the next read.
    /// </summary>
    private async ValueTask DecideAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _decisions.AnswerAsync(_engine.Pending!, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not TlsException && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw _engine.Abort(e);
        }
    }

    private void LeaveRead()
    {
        if (_use.EndRead())
        {
            TearDown();
        }
    }
}
