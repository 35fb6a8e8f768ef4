using System.Net;
using Aksu.Inspection.Connections;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Inspection.Captures;

/// <summary>One TCP connection of a capture: what each side said, in the order in which it could be read.</summary>
internal sealed class CapturedConnection(IPEndPoint client, IPEndPoint server)
{
    private const byte HandshakeType = 22;
    private const byte ServerHelloType = 2;
    private const int MessageTypeAt = 5;

    private readonly TcpDirection _fromClient = new();
    private readonly TcpDirection _fromServer = new();
    private readonly List<(bool IsFromClient, DateTimeOffset Time, ReadOnlyMemory<byte> Bytes)> _pieces = [];

    /// <summary>Takes a segment of this connection.</summary>
    public void Take(TcpSegment segment, DateTimeOffset time)
    {
        bool isFromClient = segment.From.Equals(client);
        foreach (ReadOnlyMemory<byte> bytes in (isFromClient ? _fromClient : _fromServer).Take(segment))
        {
            _pieces.Add((isFromClient, time, bytes));
        }
    }

    /// <summary>All that was said; null when nothing was.</summary>
    public Conversation? ToConversation()
    {
        if (_pieces.Count == 0)
        {
            return null;
        }

        // Without the beginning of the connection, the first to speak passes for the client, unless it is a ServerHello that it says.
        (bool firstIsClient, DateTimeOffset start, ReadOnlyMemory<byte> first) = _pieces[0];
        bool isHandshake = first.Length > MessageTypeAt && first.Span[0] == HandshakeType;
        bool isTurned = firstIsClient && isHandshake && first.Span[MessageTypeAt] == ServerHelloType;
        var chunks = _pieces.Select(piece => new Chunk(
            piece.IsFromClient != isTurned ? TlsSide.Client : TlsSide.Server, piece.Time - start, piece.Bytes)).ToList();
        return new Conversation
        {
            Client = (isTurned ? server : client).ToString(),
            Server = (isTurned ? client : server).ToString(),
            Start = start,
            Chunks = chunks,
            HasGap = _fromClient.HasGap || _fromServer.HasGap,
        };
    }
}
