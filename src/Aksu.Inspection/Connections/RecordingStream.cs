using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection.Connections;

/// <summary>
/// A network stream that keeps a copy of all that passes through it, with its time, up to a limit. One reader and one writer at a time.
/// </summary>
public sealed class RecordingStream : NetworkStream
{
    /// <summary>How many bytes are kept; the rest passes through unseen.</summary>
    public const int MaxKept = 4 << 20;

    private readonly Lock _gate = new();
    private readonly List<Chunk> _chunks = [];
    private readonly TlsSide _side;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly string _local;
    private readonly string _remote;
    private int _kept;
    private bool _isCutOff;

    /// <param name="socket">The connected socket; owned from here on.</param>
    /// <param name="side">Which side writes to it.</param>
    public RecordingStream(Socket socket, TlsSide side)
        : base(socket, ownsSocket: true)
    {
        _side = side;
        _local = TextOf(socket.LocalEndPoint);
        _remote = TextOf(socket.RemoteEndPoint);
    }

    private TlsSide Peer => _side == TlsSide.Client ? TlsSide.Server : TlsSide.Client;

    /// <summary>What passed so far.</summary>
    public Conversation ToConversation()
    {
        bool isClient = _side == TlsSide.Client;
        lock (_gate)
        {
            return new Conversation
            {
                Client = isClient ? _local : _remote,
                Server = isClient ? _remote : _local,
                Start = _start,
                Chunks = [.. _chunks],
                IsCutOff = _isCutOff,
            };
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Keep(Peer, buffer.Span[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int count = base.Read(buffer);
        Keep(Peer, buffer[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Keep(_side, buffer.Span);
        return base.WriteAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Keep(_side, buffer);
        base.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>An address of IPv4 in the clothes of IPv6 is shown as what it is.</summary>
    private static string TextOf(EndPoint? endPoint) => endPoint is IPEndPoint { Address.IsIPv4MappedToIPv6: true } mapped
        ? new IPEndPoint(mapped.Address.MapToIPv4(), mapped.Port).ToString()
        : endPoint?.ToString() ?? "";

    private void Keep(TlsSide sender, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        TimeSpan time = Stopwatch.GetElapsedTime(_started);
        lock (_gate)
        {
            if (_isCutOff || bytes.Length > MaxKept - _kept)
            {
                _isCutOff = true;
                return;
            }

            _kept += bytes.Length;
            _chunks.Add(new Chunk(sender, time, bytes.ToArray()));
        }
    }
}
