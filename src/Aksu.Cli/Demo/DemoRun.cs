using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Texts;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Demo;

/// <summary>
/// The demonstration: an authority, a server and a client in this process, and a real socket between the two. Nothing in it is acted:
/// what is told
/// comes from the engines of both sides.
/// </summary>
internal sealed class DemoRun(Screen screen, Language language, DemoScene scene, DemoRecording? recording)
{
    private const string Question = "Hello from the client. Nobody but the server can read this.";
    private const string Answer = "Hello from the server. Nobody but the client can read this.";

    /// <summary>Plays it from beginning to end.</summary>
    /// <exception cref="TlsException">It failed; that is a fault of this software.</exception>
    public async Task PlayAsync(CancellationToken stop)
    {
        var frame = new DemoFrame(screen, language);
        var narrator = new Narrator(screen, language, scene.Plan);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var place = (IPEndPoint)listener.LocalEndpoint;
        frame.Open(scene, place);

        long start = Stopwatch.GetTimestamp();
        var sides = new DemoSides(scene, narrator, recording);
        Task<TlsStream> serving = sides.ServeAsync(listener, stop);
        await using TlsStream client = await sides.ConnectAsync(place, stop);
        await using TlsStream server = await serving;
        TimeSpan duration = Stopwatch.GetElapsedTime(start);

        screen.Heading(DemoTexts.SecureData.In(language));
        screen.Paragraph(2, DemoTexts.HandshakeDone.In(language));
        await SayAsync(client, server, Question, narrator, stop);
        await SayAsync(server, client, Answer, narrator, stop);
        await client.ShutdownAsync(stop);
        await ExpectEndAsync(server, stop);
        await server.ShutdownAsync(stop);
        await ExpectEndAsync(client, stop);

        frame.Close(scene, client.Info, duration);
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
