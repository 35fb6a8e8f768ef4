using System.Diagnostics;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection.Connections;

/// <summary>
/// A stream that keeps a copy of all that passes through it, with its time, up to a limit. One reader and one writer at a time, as the stream
/// below allows.
/// </summary>
public sealed class RecordingStream : Stream
{
    /// <summary>How many bytes are kept; the rest passes through unseen.</summary>
    public const int MaxKept = 4 << 20;

    private readonly Lock _gate = new();
    private readonly List<Chunk> _chunks = [];
    private readonly Stream _inner;
    private readonly TlsSide _side;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private int _kept;
    private bool _isCutOff;

    /// <param name="inner">The transport; owned from here on.</param>
    /// <param name="side">Which side writes to it.</param>
    public RecordingStream(Stream inner, TlsSide side)
    {
        _inner = inner;
        _side = side;
    }

    /// <inheritdoc/>
    public override bool CanRead => _inner.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => _inner.CanWrite;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private TlsSide Peer => _side == TlsSide.Client ? TlsSide.Server : TlsSide.Client;

    /// <summary>What passed so far.</summary>
    public Conversation ToConversation(string client = "", string server = "")
    {
        lock (_gate)
        {
            return new Conversation { Client = client, Server = server, Start = _start, Chunks = [.. _chunks], IsCutOff = _isCutOff };
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Keep(Peer, buffer.Span[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = _inner.Read(buffer);
        Keep(Peer, buffer[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Keep(_side, buffer.Span);
        return _inner.WriteAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Keep(_side, buffer);
        _inner.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() => _inner.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => _inner.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => _inner.DisposeAsync();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Keep(TlsSide sender, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        TimeSpan time = Stopwatch.GetElapsedTime(_started);
        lock (_gate)
        {
            if (bytes.Length > MaxKept - _kept)
            {
                _isCutOff = true;
                return;
            }

            _kept += bytes.Length;
            _chunks.Add(new Chunk(sender, time, bytes.ToArray()));
        }
    }
}
