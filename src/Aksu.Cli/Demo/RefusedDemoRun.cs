using System.Net;
using System.Net.Sockets;
using Aksu.Cli.Explain;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Texts;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Demo;

/// <summary>The demonstration of a handshake that has to fail: a certificate has a flaw, and the other side has to notice.</summary>
internal sealed class RefusedDemoRun(Screen screen, Language language, DemoScene scene, DemoFlaw flaw, DemoRecording? recording)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Plays it; true when the certificate was refused, and for the right reason.</summary>
    public async Task<bool> PlayAsync(CancellationToken stop)
    {
        var frame = new DemoFrame(screen, language);
        var narrator = new Narrator(screen, language, scene.Plan);
        var sides = new DemoSides(scene, narrator, recording);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var place = (IPEndPoint)listener.LocalEndpoint;
        frame.Open(scene, place);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        Task<TlsException?> atServer = FailureOfAsync(sides.ServeAsync(listener, patience.Token), patience.Token);
        Task<TlsException?> atClient = FailureOfAsync(sides.ConnectAsync(place, patience.Token), patience.Token);
        TlsException?[] failures = await Task.WhenAll(atServer, atClient);
        TlsException? refusal = Array.Find(failures, static failure => failure is { SentByPeer: false });
        TlsException? told = Array.Find(failures, static failure => failure is { SentByPeer: true });
        if (refusal is null || told is null || refusal.Verdict is not { } verdict)
        {
            screen.Heading(ExplainTexts.Result.In(language));
            screen.Paragraph(2, DemoTexts.NobodyNoticed.In(language), Tone.Bad);
            return false;
        }

        frame.CloseRefused(refusal, told, verdict);
        return verdict.Failure == flaw.Failure;
    }

    /// <summary>How the handshake of one side failed; null if it did not.</summary>
    private static async Task<TlsException?> FailureOfAsync(Task<TlsStream> handshake, CancellationToken stop)
    {
        try
        {
            // In TLS 1.3 a client is done before the server has looked at its certificate: the refusal comes when it reads.
            await using TlsStream connection = await handshake;
            await connection.ReadExactlyAsync(new byte[1], stop);
            return null;
        }
        catch (TlsException e)
        {
            return e;
        }
    }
}
