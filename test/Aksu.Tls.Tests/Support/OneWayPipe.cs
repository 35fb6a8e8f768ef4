using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Aksu.Tls.Tests.Support;

/// <summary>
/// A bounded pipe in memory for one writer and one reader, blocking or not. Nothing is allocated on the way, so that tests can count what
/// the stream above allocates. Two readers or two writers at once are an error of the stream above.
/// </summary>
internal sealed class OneWayPipe(int capacity)
{
    private readonly object _gate = new();
    private readonly byte[] _ring = new byte[capacity];
    private readonly Signal _readable = new();
    private readonly Signal _writable = new();
    private int _head;
    private int _count;
    private bool _isEnded;
    private bool _isBroken;
    private int _readers;
    private int _writers;

    /// <summary>The most bytes that one read gives.</summary>
    public int LargestRead { get; set; } = int.MaxValue;

    public long TotalWritten { get; private set; }

    /// <summary>Whether a read waits for bytes.</summary>
    public bool HasWaitingReader => _readable.IsArmed;

    /// <summary>Whether a write waits for room.</summary>
    public bool HasWaitingWriter => _writable.IsArmed;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>The writer ends: the reader gets what is there, and then the end.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isEnded = true;
            Wake();
        }
    }

    /// <summary>The reader is gone: writes fail.</summary>
    public void Break()
    {
        lock (_gate)
        {
            _isBroken = true;
            Wake();
        }
    }

    public int Read(Span<byte> destination)
    {
        Enter(ref _readers);
        try
        {
            lock (_gate)
            {
                int count;
                while (!TryRead(destination, out count))
                {
                    if (!Monitor.Wait(_gate, TestTime.Limit))
                    {
                        throw new TimeoutException("Nothing came.");
                    }
                }

                return count;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    public void Write(ReadOnlySpan<byte> source)
    {
        Enter(ref _writers);
        try
        {
            lock (_gate)
            {
                while (!TryWrite(ref source))
                {
                    if (!Monitor.Wait(_gate, TestTime.Limit))
                    {
                        throw new TimeoutException("Nobody read.");
                    }
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _writers);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        Enter(ref _readers);
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ValueTask waiting;
                lock (_gate)
                {
                    if (TryRead(destination.Span, out int count))
                    {
                        return count;
                    }

                    waiting = _readable.Arm();
                }

                await WaitAsync(_readable, waiting, cancellationToken);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken)
    {
        Enter(ref _writers);
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ValueTask waiting;
                lock (_gate)
                {
                    ReadOnlySpan<byte> rest = source.Span;
                    bool isDone = TryWrite(ref rest);
                    source = source[^rest.Length..];
                    if (isDone)
                    {
                        return;
                    }

                    waiting = _writable.Arm();
                }

                await WaitAsync(_writable, waiting, cancellationToken);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _writers);
        }
    }

    private static void Enter(ref int users)
    {
        if (Interlocked.Increment(ref users) != 1)
        {
            throw new InvalidOperationException("The transport was used by two at once.");
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitAsync(Signal signal, ValueTask waiting, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            await waiting;
            return;
        }

        using (Register(signal, cancellationToken))
        {
            await waiting;
        }
    }

    private CancellationTokenRegistration Register(Signal signal, CancellationToken cancellationToken) =>
        cancellationToken.UnsafeRegister(static state => ((Action)state!)(), (Action)(() => FireUnderGate(signal)));

    private void FireUnderGate(Signal signal)
    {
        lock (_gate)
        {
            signal.Fire();
        }
    }

    private bool TryRead(Span<byte> destination, out int count)
    {
        count = 0;
        if (_count == 0)
        {
            return _isEnded;
        }

        int length = Math.Min(Math.Min(destination.Length, _count), LargestRead);
        int first = Math.Min(length, _ring.Length - _head);
        _ring.AsSpan(_head, first).CopyTo(destination);
        _ring.AsSpan(0, length - first).CopyTo(destination[first..]);
        _head = (_head + length) % _ring.Length;
        _count -= length;
        count = length;
        Wake();
        return true;
    }

    private bool TryWrite(ref ReadOnlySpan<byte> source)
    {
        if (_isBroken || _isEnded)
        {
            throw new IOException("The pipe is broken.");
        }

        int length = Math.Min(source.Length, _ring.Length - _count);
        int tail = (_head + _count) % _ring.Length;
        int first = Math.Min(length, _ring.Length - tail);
        source[..first].CopyTo(_ring.AsSpan(tail));
        source[first..length].CopyTo(_ring);
        _count += length;
        TotalWritten += length;
        source = source[length..];
        if (length > 0)
        {
            Wake();
        }

        return source.IsEmpty;
    }

    private void Wake()
    {
        if (_count > 0 || _isEnded)
        {
            _readable.Fire();
        }

        if (_count < _ring.Length || _isBroken || _isEnded)
        {
            _writable.Fire();
        }

        Monitor.PulseAll(_gate);
    }

    /// <summary>Something that one party waits for; used again and again.</summary>
    private sealed class Signal : IValueTaskSource, IThreadPoolWorkItem
    {
        private ManualResetValueTaskSourceCore<bool> _core;

        public bool IsArmed { get; private set; }

        public ValueTask Arm()
        {
            _core.Reset();
            IsArmed = true;
            return new ValueTask(this, _core.Version);
        }

        public void Fire()
        {
            if (IsArmed)
            {
                IsArmed = false;
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }

        public void Execute() => _core.SetResult(true);

        public void GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }
}
