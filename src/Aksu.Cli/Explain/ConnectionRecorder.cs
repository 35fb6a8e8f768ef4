using System.Net.Sockets;
using Aksu.Inspection;
using Aksu.Inspection.Connections;
using Aksu.Inspection.KeyLogs;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;

namespace Aksu.Cli.Explain;

/// <summary>
/// Keeps the bytes of this process's own connections, and the secrets that open them: whoever asked to see the handshake sees all of it.
/// Disposing it wipes the secrets.
/// </summary>
/// <param name="showSecrets">Whether values of secrets become part of what is shown.</param>
internal sealed class ConnectionRecorder(bool showSecrets) : IDisposable
{
    private readonly KeyLogBook _keys = new();

    /// <summary>The key log for the options of a side; it passes lines on.</summary>
    public KeyLog KeyLogWith(KeyLog? other) => new KeyLogCollector(_keys, other);

    /// <summary>A stream over a socket that keeps what passes.</summary>
    public static RecordingStream Open(Socket socket, TlsSide side) => new(socket, side);

    /// <summary>What a connection came to.</summary>
    public TlsTrace ToTrace(RecordingStream stream, string source, ConnectionOutcome outcome) =>
        Inspector.Read(stream.ToConversation(), source, new TraceOptions { Keys = _keys, ShowSecrets = showSecrets }, outcome);

    /// <summary>The same, and forgets the connection's secrets: a server goes on.</summary>
    public TlsTrace TakeTrace(RecordingStream stream, string source, ConnectionOutcome outcome)
    {
        TlsTrace trace = ToTrace(stream, source, outcome);
        if (trace.Connections[0].Steps.FirstOrDefault(static step => step.Name == "ClientHello") is { } hello
            && hello.Content.Find("random") is { } random)
        {
            _keys.Forget(hello.Bytes.Span.Slice(random.Offset, random.Length));
        }

        return trace;
    }

    /// <inheritdoc/>
    public void Dispose() => _keys.Dispose();
}
