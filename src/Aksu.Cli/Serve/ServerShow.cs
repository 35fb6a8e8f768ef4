using System.Collections.Concurrent;
using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Aksu.Cli.Explain;
using Aksu.Cli.Terminal;
using Aksu.Inspection.Connections;
using Aksu.Inspection.Texts;
using Aksu.Tls;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Serve;

/// <summary>Shows the connections of a server, each when it is over; the page is always of the last one. Thread-safe.</summary>
internal sealed class ServerShow(ShowOptions show, ParseResult line, ConnectionRecorder recorder)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, RecordingStream> _open = new();

    /// <summary>The stream over an accepted socket.</summary>
    public NetworkStream Open(Socket socket)
    {
        RecordingStream recording = ConnectionRecorder.Open(socket, TlsSide.Server);
        _open[KeyOf(socket.RemoteEndPoint)] = recording;
        return recording;
    }

    /// <summary>A handshake failed.</summary>
    public void Failed(HandshakeFailure failure, Phrase why)
    {
        if (failure.RemoteEndPoint is { } remote && _open.TryRemove(KeyOf(remote), out RecordingStream? recording))
        {
            Show(recording, new ConnectionOutcome { ClientVerdict = (failure.Exception as TlsException)?.Verdict, Failure = why });
        }
    }

    /// <summary>A connection is over.</summary>
    public void Ended(TlsStream connection)
    {
        if (connection.InnerStream is RecordingStream recording)
        {
            foreach ((string key, RecordingStream known) in _open)
            {
                if (ReferenceEquals(known, recording))
                {
                    _open.TryRemove(key, out _);
                }
            }

            Show(recording, new ConnectionOutcome { ClientVerdict = connection.Info.Verdict });
        }
    }

    private static string KeyOf(EndPoint? remote) => remote?.ToString() ?? "";

    private void Show(RecordingStream recording, ConnectionOutcome outcome)
    {
        lock (_gate)
        {
            show.Show(line, recorder.TakeTrace(recording, "aksu serve", outcome), Screen.ForError(Screen.WideWidth));
        }
    }
}
