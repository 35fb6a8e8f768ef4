using System.Net;
using System.Net.Sockets;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Demo;

/// <summary>The client and the server of a scene, each of which tells what it sees.</summary>
internal sealed class DemoSides(DemoScene scene, Narrator narrator, DemoRecording? recording)
{
    /// <summary>The client connects and shakes hands.</summary>
    /// <exception cref="TlsException">The handshake failed.</exception>
    public async Task<TlsStream> ConnectAsync(IPEndPoint place, CancellationToken stop)
    {
        TlsClientOptions options = scene.ClientOptions with
        {
            Observer = new SideObserver(TlsSide.Client, narrator),
            DangerousKeyLog = recording?.KeyLog,
            VerifyPeer = (verification, _) => Tell(TlsSide.Client, verification.Verdict),
        };
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(place, stop);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        NetworkStream transport = recording?.Open(socket) ?? new NetworkStream(socket, ownsSocket: true);
        return await new TlsClient(options).AuthenticateAsync(transport, scene.Plan.ServerName, stop);
    }

    /// <summary>The server takes one connection and shakes hands.</summary>
    /// <exception cref="TlsException">The handshake failed.</exception>
    public async Task<TlsStream> ServeAsync(TcpListener listener, CancellationToken stop)
    {
        TlsServerOptions options = scene.ServerOptions with { Observer = new SideObserver(TlsSide.Server, narrator) };
        if (scene.Plan.IsMutual)
        {
            options = options with { VerifyPeer = (verification, _) => Tell(TlsSide.Server, verification.Verdict) };
        }

        Socket socket = await listener.AcceptSocketAsync(stop);
        return await new TlsServer(options).AuthenticateAsync(new NetworkStream(socket, ownsSocket: true), stop);
    }

    private ValueTask<PeerDecision> Tell(TlsSide side, Verdict verdict)
    {
        recording?.Verified(side, verdict);
        narrator.Verified(side, verdict);
        return ValueTask.FromResult(PeerDecision.FollowVerdict);
    }
}
