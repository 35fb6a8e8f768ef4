using System.Net;
using System.Net.Sockets;

namespace Aksu.Bench.Transport;

/// <summary>Makes connections over the loopback interface.</summary>
internal sealed class SocketPair : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public SocketPair()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(4096);
    }

    /// <summary>Both ends, which the caller disposes of. One at a time: the next accepted is the one that connects.</summary>
    public (NetworkStream Client, NetworkStream Server) Connect()
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.Connect(_listener.LocalEndPoint!);
        Socket server = _listener.Accept();
        server.NoDelay = true;
        return (new NetworkStream(client, ownsSocket: true), new NetworkStream(server, ownsSocket: true));
    }

    public void Dispose() => _listener.Dispose();
}
