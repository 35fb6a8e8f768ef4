namespace Aksu.Tls.Tests.Support;

/// <summary>A transport that does something of the test's at each asynchronous step: before it lets the operation through.</summary>
internal sealed class SteppedTransport(Stream inner) : Stream
{
    private int _steps;

    /// <summary>How many operations were begun.</summary>
    public int Steps => Volatile.Read(ref _steps);

    /// <summary>Called before each operation with its number (from 1) and its name.</summary>
    public Func<int, string, CancellationToken, ValueTask>? Before { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await StepAsync(buffer.IsEmpty ? "wait" : "read", cancellationToken);
        return await inner.ReadAsync(buffer, cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await StepAsync("write", cancellationToken);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => inner.Flush();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await StepAsync("flush", cancellationToken);
        await inner.FlushAsync(cancellationToken);
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    private ValueTask StepAsync(string what, CancellationToken cancellationToken)
    {
        int step = Interlocked.Increment(ref _steps);
        return Before?.Invoke(step, what, cancellationToken) ?? default;
    }
}
