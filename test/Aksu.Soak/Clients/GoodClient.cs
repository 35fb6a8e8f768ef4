using System.Net;
using System.Net.Sockets;
using Aksu.Tls;
using Aksu.Tls.Tests.Support;

namespace Aksu.Soak.Clients;

/// <summary>One connection of a client that does everything right: says something, gets it back, says goodbye.</summary>
internal sealed class GoodClient(IPEndPoint server, TlsClient client)
{
    public async Task Run(int length)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server).WaitAsync(TestTime.Limit);
        await using TlsStream stream = await client.AuthenticateAsync(new NetworkStream(socket), SoakAuthority.Host).InTime();
        byte[] said = [.. Enumerable.Range(0, length).Select(static i => (byte)i)];
        byte[] heard = new byte[length];
        await stream.WriteAsync(said).InTime();
        await stream.ReadExactlyAsync(heard).InTime();
        Assert.Equal(said, heard);
        await stream.ShutdownAsync().InTime();
        Assert.Equal(0, await stream.ReadAsync(heard).InTime());
    }
}
