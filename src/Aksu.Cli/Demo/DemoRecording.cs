using System.Net.Sockets;
using Aksu.Cli.Explain;
using Aksu.Inspection;
using Aksu.Inspection.Connections;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Demo;

/// <summary>Keeps what passes between the two sides of a demonstration, as the client sees it. Thread-safe.</summary>
internal sealed class DemoRecording(ConnectionRecorder recorder)
{
    private volatile RecordingStream? _stream;
    private volatile Verdict? _serverVerdict;
    private volatile Verdict? _clientVerdict;

    /// <summary>Takes the secrets of the connection.</summary>
    public KeyLog KeyLog { get; } = recorder.KeyLogWith(null);

    /// <summary>The client's stream over a connected socket.</summary>
    public NetworkStream Open(Socket socket) => _stream = ConnectionRecorder.Open(socket, TlsSide.Client);

    /// <summary>A side looked at the other's certificates.</summary>
    public void Verified(TlsSide side, Verdict verdict)
    {
        if (side == TlsSide.Client)
        {
            _serverVerdict = verdict;
        }
        else
        {
            _clientVerdict = verdict;
        }
    }

    /// <summary>What passed; null when the two never met.</summary>
    public TlsTrace? ToTrace()
    {
        Verdict? refused = Array.Find([_serverVerdict, _clientVerdict], static verdict => verdict is { IsAccepted: false });
        var outcome = new ConnectionOutcome
        {
            ServerVerdict = _serverVerdict,
            ClientVerdict = _clientVerdict,
            Failure = refused is null ? null : LibrarySentences.Of(refused.Reason),
        };
        return _stream is { } stream ? recorder.ToTrace(stream, "aksu demo", outcome) : null;
    }
}
