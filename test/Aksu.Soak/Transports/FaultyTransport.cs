using Aksu.Tls.Tests.Support;

namespace Aksu.Soak.Transports;

/// <summary>A transport that does one wrong thing, once, at one byte of what is written to it.</summary>
internal sealed class FaultyTransport(Stream inner, Fault fault, long position) : Stream
{
    /// <summary>How much was written so far.</summary>
    public long Written { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Asynchronous only.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(buffer, cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Asynchronous only.");

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        long at = position - Written;
        Written += buffer.Length;
        if (at < 0 || at >= buffer.Length)
        {
            await inner.WriteAsync(buffer, cancellationToken);
            return;
        }

        switch (fault)
        {
            case Fault.Cut:
                await inner.WriteAsync(buffer[..(int)at], cancellationToken);
                if (inner is MemoryTransport memory)
                {
                    memory.Outgoing.End();
                    memory.Incoming.Break();
                    memory.Incoming.End();
                }

                throw new IOException("The connection was cut.");
            case Fault.Split:
                await inner.WriteAsync(buffer[..(int)at], cancellationToken);
                if (inner is MemoryTransport { Outgoing: var pipe })
                {
                    await TestTime.Until(() => pipe.Count == 0);
                }

                await inner.WriteAsync(buffer[(int)at..], cancellationToken);
                break;
            default:
                byte[] copy = buffer.ToArray();
                copy[at] ^= (byte)(1 << (int)(position % 8));
                await inner.WriteAsync(copy, cancellationToken);
                break;
        }
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
