namespace Aksu.Bench.Transport;

/// <summary>One end of a connection in memory.</summary>
internal sealed class MemoryDuplex : Stream
{
    private readonly MemoryPipe _incoming;
    private readonly MemoryPipe _outgoing;

    private MemoryDuplex(MemoryPipe incoming, MemoryPipe outgoing)
    {
        _incoming = incoming;
        _outgoing = outgoing;
    }

    /// <summary>
    /// A connection for one after the other: what it consists of is nobody's cost. The ends of the one before are used again.
    /// </summary>
    public static (MemoryDuplex Client, MemoryDuplex Server) Reopen(ref (MemoryDuplex Client, MemoryDuplex Server)? before)
    {
        if (before is not { } ends)
        {
            before = ends = Create();
        }

        ends.Client._incoming.Reopen();
        ends.Server._incoming.Reopen();
        return ends;
    }

    public static (MemoryDuplex Client, MemoryDuplex Server) Create()
    {
        var toServer = new MemoryPipe();
        var toClient = new MemoryPipe();
        return (new MemoryDuplex(toClient, toServer), new MemoryDuplex(toServer, toClient));
    }

    public long BytesReceived => _incoming.Total;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _incoming.ReadAsync(buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValueTask<int> read = _incoming.ReadAsync(buffer.AsMemory(offset, count));
        return read.IsCompleted ? read.Result : throw new InvalidOperationException("Nothing can arrive while the only thread waits.");
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _outgoing.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        _outgoing.Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Write(byte[] buffer, int offset, int count) => _outgoing.Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _outgoing.End();
        _incoming.Abandon();
        base.Dispose(disposing);
    }
}
