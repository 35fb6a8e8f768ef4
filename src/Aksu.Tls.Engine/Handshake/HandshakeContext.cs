using System.Diagnostics.CodeAnalysis;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Transcript;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Handshake;

/// <summary>
/// What all states of one connection share: the options, the transcript, the way out, and what the connection comes to be.
/// </summary>
internal sealed class HandshakeContext(TlsSide side, HandshakeOptions options, HandshakeTransport transport) : IDisposable
{
    private TranscriptHash? _transcript = new();
    private WireWriter? _message;
    private Queue<TlsSession>? _receivedSessions;
    private ConnectionExporter? _exporter;
    private SessionFate? _sessionFate;

    public TlsSide Side => side;

    /// <summary>The options in force; a server's may be replaced by those chosen for the ClientHello.</summary>
    public HandshakeOptions Options { get; private set; } = options;

    public HandshakeTransport Transport => transport;

    public CryptographyProvider Cryptography => Options.Cryptography;

    public TlsObserver? Observer => Options.Observer;

    /// <exception cref="InvalidOperationException">It was given up when the handshake was complete.</exception>
    public TranscriptHash Transcript => _transcript ?? throw new InvalidOperationException("The transcript was given up.");

    /// <summary>Whether TLS 1.3 was negotiated.</summary>
    public bool IsTls13 { get; set; }

    /// <summary>What was agreed on; null until the handshake is complete.</summary>
    public TlsConnectionParameters? Parameters { get; private set; }

    /// <summary>
    /// What all sessions of this connection share; that of the session it was made from, when it is a session of TLS 1.2.
    /// </summary>
    public SessionFate SessionFate
    {
        get => _sessionFate ??= new SessionFate();
        set => _sessionFate = value;
    }

    /// <summary>What a TLS 1.3 server can still send after its handshake; null before, and elsewhere.</summary>
    public Server.Tls13.ServerPostHandshake? AfterHandshake { get; set; }

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    public void UseOptions(HandshakeOptions chosen)
    {
        Options = chosen;
        transport.Use(chosen);
    }

    /// <summary>Adds a received message to the transcript as it came.</summary>
    public void AddToTranscript(HandshakeMessage message) => Transcript.Append(message.Encoded.Span);

    /// <summary>Encodes a message of the handshake, adds it to the transcript, and sends it.</summary>
    public void Send<T>(T body)
        where T : IHandshakeBody
    {
        using WireWriter writer = MessageWriter;
        HandshakeMessage.Write(writer, body);
        SendEncoded(body.Type, writer.WrittenMemory, Transcript);
    }

    /// <summary>The same for Finished, of which there is nothing but bytes.</summary>
    public void SendFinished(ReadOnlySpan<byte> verifyData)
    {
        using WireWriter writer = MessageWriter;
        Finished.WriteMessage(writer, verifyData);
        SendEncoded(HandshakeType.Finished, writer.WrittenMemory, Transcript);
    }

    /// <summary>
    /// The same over another transcript; null for a message that stands in none (RFC 9846 §4.7). The sending thread may call it while the
    /// receiving thread is at work.
    /// </summary>
    public void Send<T>(T body, TranscriptHash? transcript)
        where T : IHandshakeBody
    {
        using var writer = new WireWriter();
        HandshakeMessage.Write(writer, body);
        SendEncoded(body.Type, writer.WrittenMemory, transcript);
    }

    /// <summary>Sends a message that is encoded already.</summary>
    public void SendEncoded(HandshakeType type, ReadOnlyMemory<byte> message, TranscriptHash? transcript)
    {
        if (Options.MessageRewriter is { } rewrite)
        {
            message = rewrite(type, message);
            if (message.IsEmpty)
            {
                return;
            }
        }

        transcript?.Append(message.Span);
        Observer?.OnHandshakeMessage(TlsDirection.Sent, type, message.Span);
        transport.WriteHandshake(message.Span);
    }

    public void SendChangeCipherSpec()
    {
        transport.WriteChangeCipherSpec();
    }

    public void SetWriteSecret(KeyEpoch epoch, TrafficSecret secret)
    {
        transport.SetWriteSecret(secret);
        Observer?.OnKeyChange(TlsDirection.Sent, epoch, secret.Suite.Suite);
    }

    public void SetReadSecret(KeyEpoch epoch, TrafficSecret secret, Aligned proof)
    {
        transport.SetReadSecret(secret, proof);
        Observer?.OnKeyChange(TlsDirection.Received, epoch, secret.Suite.Suite);
    }

    /// <summary>Changes the write key of TLS 1.2 and before; takes the sealer over.</summary>
    public void SetWriteProtection(RecordSealer sealer, CipherSuite suite)
    {
        transport.SetWriteProtection(sealer);
        Observer?.OnKeyChange(TlsDirection.Sent, KeyEpoch.ApplicationData, suite);
    }

    /// <summary>Changes the read key of TLS 1.2 and before; takes the opener over.</summary>
    public void SetReadProtection(RecordOpener opener, CipherSuite suite, Aligned proof)
    {
        transport.SetReadProtection(opener, proof);
        Observer?.OnKeyChange(TlsDirection.Received, KeyEpoch.ApplicationData, suite);
    }

    public void Report(HandshakeEvent happened, string detail = "") => Observer?.OnEvent(happened, detail);

    public void LogSecret(string label, ReadOnlySpan<byte> clientRandom, ReadOnlySpan<byte> secret) =>
        Options.DangerousKeyLog?.Write(label, clientRandom, secret);

    /// <summary>The handshake is complete.</summary>
    public void Complete(TlsConnectionParameters parameters, ConnectionExporter exporter)
    {
        _exporter = exporter;
        Parameters = parameters;
        Report(HandshakeEvent.Completed);
    }

    /// <summary>Keeps a session until somebody takes it.</summary>
    public void KeepReceived(TlsSession session) => (_receivedSessions ??= new()).Enqueue(session);

    /// <summary>Takes a session that a client received; the caller owns it.</summary>
    public bool TryTakeReceived([NotNullWhen(true)] out TlsSession? session)
    {
        if (_receivedSessions is { } sessions && sessions.TryDequeue(out session))
        {
            return true;
        }

        // An idle connection holds no empty queue.
        _receivedSessions = null;
        session = null;
        return false;
    }

    /// <summary>Nothing after the handshake needs its transcript: give its memory back.</summary>
    public void ReleaseTranscript()
    {
        _transcript?.Dispose();
        _transcript = null;
        _message = null;
    }

    /// <summary>The connection failed: nothing is exported from it any more.</summary>
    public void WipeExporter()
    {
        if (_exporter is { } exporter)
        {
            lock (exporter)
            {
                exporter.Dispose();
            }
        }
    }

    /// <summary>The connection failed: its sessions are not resumed any more.</summary>
    public void SealSessions() => _sessionFate?.Seal();

    /// <summary>Something about the connection changed after the handshake.</summary>
    public void Replace(TlsConnectionParameters parameters) => Parameters = parameters;

    public void Export(string label, bool hasContext, ReadOnlySpan<byte> context, Span<byte> output)
    {
        // Nobody else has the object: it is its own gate.
        ConnectionExporter exporter = Exporter;
        lock (exporter)
        {
            exporter.Export(label, hasContext, context, output);
        }
    }

    /// <summary>Whether exported keying material belongs to this connection alone.</summary>
    public bool CanExport => Exporter.CanExport;

    /// <summary>verify_data of the first Finished; empty where it is not bound to this connection alone.</summary>
    public ReadOnlyMemory<byte> FirstFinished => Exporter.FirstFinished;

    public void Dispose()
    {
        ReleaseTranscript();
        WipeExporter();
        while (TryTakeReceived(out TlsSession? session))
        {
            session.Dispose();
        }
    }

    /// <summary>For one message of the handshake after the other; disposing of it gives its memory back until the next one.</summary>
    private WireWriter MessageWriter => _message ??= new WireWriter();

    private ConnectionExporter Exporter => _exporter ?? throw new InvalidOperationException("The handshake is not complete.");
}
