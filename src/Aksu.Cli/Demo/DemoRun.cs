using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Aksu.Cli.Terminal;
using Aksu.Pki;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Demo;

/// <summary>
/// The demonstration: an authority, a server and a client in this process, and a real socket between the two. Nothing in it is acted:
/// what is told
/// comes from the engines of both sides.
/// </summary>
internal sealed class DemoRun(Screen screen, DemoScene scene)
{
    private const string Question = "Hello from the client. Nobody but the server can read this.";
    private const string Answer = "Hello from the server. Nobody but the client can read this.";

    /// <summary>Plays it from beginning to end.</summary>
    /// <exception cref="TlsException">It failed; that is a fault of this software.</exception>
    public async Task PlayAsync(CancellationToken stop)
    {
        var narrator = new Narrator(screen, scene.Plan);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var place = (IPEndPoint)listener.LocalEndpoint;
        DemoFrame.Open(screen, scene, place);

        long start = Stopwatch.GetTimestamp();
        Task<TlsStream> serving = ServeAsync(listener, narrator, stop);
        await using TlsStream client = await ConnectAsync(place, narrator, stop);
        await using TlsStream server = await serving;
        TimeSpan duration = Stopwatch.GetElapsedTime(start);

        screen.Heading("Secure data");
        screen.Paragraph(2, "The handshake is done. What follows is what it was for:");
        await SayAsync(client, server, Question, narrator, stop);
        await SayAsync(server, client, Answer, narrator, stop);
        await client.ShutdownAsync(stop);
        await ExpectEndAsync(server, stop);
        await server.ShutdownAsync(stop);
        await ExpectEndAsync(client, stop);

        DemoFrame.Close(screen, scene, client.Info, duration);
    }

    private async Task<TlsStream> ConnectAsync(IPEndPoint place, Narrator narrator, CancellationToken stop)
    {
        TlsClientOptions options = scene.ClientOptions with
        {
            Observer = new SideObserver(TlsSide.Client, narrator),
            VerifyPeer = (verification, _) => Tell(TlsSide.Client, verification.Verdict, narrator),
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

        return await new TlsClient(options).AuthenticateAsync(new NetworkStream(socket, ownsSocket: true), scene.Plan.ServerName, stop);
    }

    private async Task<TlsStream> ServeAsync(TcpListener listener, Narrator narrator, CancellationToken stop)
    {
        TlsServerOptions options = scene.ServerOptions with { Observer = new SideObserver(TlsSide.Server, narrator) };
        if (scene.Plan.IsMutual)
        {
            options = options with { VerifyPeer = (verification, _) => Tell(TlsSide.Server, verification.Verdict, narrator) };
        }

        Socket socket = await listener.AcceptSocketAsync(stop);
        return await new TlsServer(options).AuthenticateAsync(new NetworkStream(socket, ownsSocket: true), stop);
    }

    private static ValueTask<PeerDecision> Tell(TlsSide side, Verdict verdict, Narrator narrator)
    {
        narrator.Verified(side, verdict);
        return ValueTask.FromResult(PeerDecision.FollowVerdict);
    }

    private static async Task SayAsync(TlsStream from, TlsStream to, string text, Narrator narrator, CancellationToken stop)
    {
        byte[] sent = Encoding.UTF8.GetBytes(text);
        await from.WriteAsync(sent, stop);
        byte[] received = new byte[sent.Length];
        await to.ReadExactlyAsync(received, stop);
        narrator.Text(from.Side, Encoding.UTF8.GetString(received), received.Length);
    }

    private static async Task ExpectEndAsync(TlsStream stream, CancellationToken stop)
    {
        if (await stream.ReadAsync(new byte[1], stop) != 0)
        {
            throw new InvalidDataException("The peer said more than it should.");
        }
    }
}
