namespace Aksu.Tls.Transport;

/// <summary>
/// Who is using a stream: at most one reader and one writer, any number of others, and whether it was disposed of. It tells the last one
/// out to tear down, so that disposing never pulls the engine from under an operation. Thread-safe; one word.
/// </summary>
internal struct StreamUse
{
    private const int Reading = 1;
    private const int Writing = 2;
    private const int Disposed = 4;
    private const int TornDown = 8;
    private const int OneOther = 16;

    private int _state;

    public readonly bool IsDisposed => (Volatile.Read(in _state) & Disposed) != 0;

    public void BeginRead() => Begin(Reading, "The stream is being read from already: one read at a time.");

    public void BeginWrite() => Begin(Writing, "The stream is being written to already: one write at a time.");

    /// <summary>Begins something that is neither a read nor a write; false when the stream was disposed of.</summary>
    public bool TryBeginOther()
    {
        int state = Volatile.Read(ref _state);
        while ((state & Disposed) == 0)
        {
            int seen = Interlocked.CompareExchange(ref _state, state + OneOther, state);
            if (seen == state)
            {
                return true;
            }

            state = seen;
        }

        return false;
    }

    /// <summary>Each of the following ends what was begun, and is true for the one caller who has to tear down.</summary>
    public bool EndRead() => IsLast(Interlocked.And(ref _state, ~Reading) & ~Reading);

    /// <inheritdoc cref="EndRead"/>
    public bool EndWrite() => IsLast(Interlocked.And(ref _state, ~Writing) & ~Writing);

    /// <inheritdoc cref="EndRead"/>
    public bool EndOther() => IsLast(Interlocked.Add(ref _state, -OneOther));

    /// <summary>
    /// Lets nothing begin any more. False when that was so before; otherwise the caller counts as one of the others until it ends.
    /// </summary>
    public bool TryBeginDispose()
    {
        int state = Volatile.Read(ref _state);
        while ((state & Disposed) == 0)
        {
            int seen = Interlocked.CompareExchange(ref _state, (state | Disposed) + OneOther, state);
            if (seen == state)
            {
                return true;
            }

            state = seen;
        }

        return false;
    }

    private void Begin(int flag, string busy)
    {
        int state = Volatile.Read(ref _state);
        while (true)
        {
            ObjectDisposedException.ThrowIf((state & Disposed) != 0, typeof(TlsStream));
            if ((state & flag) != 0)
            {
                throw new InvalidOperationException(busy);
            }

            int seen = Interlocked.CompareExchange(ref _state, state | flag, state);
            if (seen == state)
            {
                return;
            }

            state = seen;
        }
    }

    private bool IsLast(int state) =>
        state == Disposed && Interlocked.CompareExchange(ref _state, Disposed | TornDown, Disposed) == Disposed;
}
