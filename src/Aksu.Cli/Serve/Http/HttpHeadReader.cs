namespace Aksu.Cli.Serve.Http;

/// <summary>Cuts the heads of requests out of a stream. What comes after one head is kept for the next.</summary>
internal sealed class HttpHeadReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[HttpLimits.MaxHead];
    private int _length;
    private int _taken;

    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    /// <summary>How many bytes came so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The next head, with its empty line; empty at the end of the stream. Valid until the next call.</summary>
    /// <exception cref="HttpRefusal">The head is too long, comes too slowly, or ends in the middle.</exception>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(StopSignal stop)
    {
        _buffer.AsSpan(_taken, _length - _taken).CopyTo(_buffer);
        _length -= _taken;
        _taken = 0;
        if (_length == 0 && !await WaitAsync(stop))
        {
            return default;
        }

        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop.Abort);
        late.CancelAfter(HttpLimits.HeadTime);
        while (true)
        {
            int end = _buffer.AsSpan(0, _length).IndexOf(EndOfHead);
            if (end >= 0)
            {
                _taken = end + EndOfHead.Length;
                return _buffer.AsMemory(0, _taken);
            }

            if (_length == _buffer.Length)
            {
                throw new HttpRefusal(HttpStatus.HeaderFieldsTooLarge);
            }

            if (!await FillAsync(late.Token, stop.Abort))
            {
                throw new HttpRefusal(HttpStatus.BadRequest);
            }
        }
    }

    /// <summary>Waits for the first byte of a request: here a connection may lie idle, and here it ends when the server stops.</summary>
    private async Task<bool> WaitAsync(StopSignal stop)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(stop.Finish, stop.Abort);
        idle.CancelAfter(HttpLimits.IdleTime);
        try
        {
            return await FillAsync(idle.Token, idle.Token);
        }
        catch (OperationCanceledException)
        {
            stop.Abort.ThrowIfCancellationRequested();
            return false;
        }
        catch (IOException)
        {
            // Many clients drop an idle connection without a word; nothing is lost by it.
            return false;
        }
    }

    private async Task<bool> FillAsync(CancellationToken late, CancellationToken abort)
    {
        try
        {
            int count = await stream.ReadAsync(_buffer.AsMemory(_length), late);
            _length += count;
            BytesRead += count;
            return count > 0;
        }
        catch (OperationCanceledException) when (!abort.IsCancellationRequested)
        {
            throw new HttpRefusal(HttpStatus.RequestTimeout);
        }
    }
}
