using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Aksu.BogoShim.Configuration;

namespace Aksu.BogoShim.Connections;

/// <summary>The socket to the runner.</summary>
internal sealed class Transport : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Socket _socket;

    private Transport(Socket socket) => _socket = socket;

    /// <summary>Connects, and says which case this is.</summary>
    public static Transport Connect(ShimConfiguration configuration)
    {
        IPAddress address = configuration.IsIpv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback;
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = (int)LongestWait.TotalMilliseconds,
            SendTimeout = (int)LongestWait.TotalMilliseconds,
        };
        socket.Connect(address, configuration.Port);
        Span<byte> id = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(id, configuration.ShimId);
        socket.Send(id);
        return new Transport(socket);
    }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            try
            {
                bytes = bytes[_socket.Send(bytes)..];
            }
            catch (SocketException)
            {
                // The runner has gone; what it has to say about that it says itself.
                return;
            }
        }
    }

    /// <summary>The number of bytes; 0 at the end.</summary>
    public int Receive(Span<byte> buffer)
    {
        try
        {
            return _socket.Receive(buffer);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
        {
            return 0;
        }
    }

    /// <summary>
    /// Half-closes and reads to the end: closing with unread bytes makes the kernel reset the connection, and the runner would lose the
    /// last alert.
    /// </summary>
    public void Dispose()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
            Span<byte> rest = stackalloc byte[4096];
            while (Receive(rest) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // Nothing is left to say.
        }

        _socket.Dispose();
    }
}
