namespace Aksu.Tls.Tests.Support;

/// <summary>One end of a connection in memory.</summary>
internal sealed class MemoryTransport(OneWayPipe incoming, OneWayPipe outgoing) : Stream
{
    private int _isDisposed;

    public OneWayPipe Incoming => incoming;

    public OneWayPipe Outgoing => outgoing;

    public bool IsDisposed => Volatile.Read(ref _isDisposed) != 0;

    /// <summary>How many reads of more than zero bytes were asked for.</summary>
    public int Reads { get; private set; }

    /// <summary>How many reads of zero bytes were asked for.</summary>
    public int ZeroByteReads { get; private set; }

    public int Writes { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Two ends that are connected.</summary>
    public static (MemoryTransport A, MemoryTransport B) CreatePair(int capacity = 256 * 1024, int largestRead = int.MaxValue)
    {
        var there = new OneWayPipe(capacity) { LargestRead = largestRead };
        var back = new OneWayPipe(capacity) { LargestRead = largestRead };
        return (new MemoryTransport(back, there), new MemoryTransport(there, back));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        CountRead(buffer.Length);
        return incoming.Read(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        CountRead(buffer.Length);
        return incoming.ReadAsync(buffer, cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Writes++;
        outgoing.Write(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Writes++;
        return outgoing.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Ends both directions, as closing a socket does. A pending read of this end sees the end.</summary>
    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            outgoing.End();
            incoming.Break();
            incoming.End();
        }

        base.Dispose(disposing);
    }

    private void CountRead(int length)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (length == 0)
        {
            ZeroByteReads++;
        }
        else
        {
            Reads++;
        }
    }
}
