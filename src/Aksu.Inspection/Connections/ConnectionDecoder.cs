using Aksu.Inspection.Fields;
using Aksu.Inspection.Layouts;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Inspection.Connections;

/// <summary>
/// Turns what both sides said into steps: cuts records, opens those whose key is known, joins messages, decodes them and follows the
/// handshake.
/// One conversation each; not thread-safe.
/// </summary>
internal sealed class ConnectionDecoder : IDisposable
{
    private readonly TraceOptions _options;
    private readonly ConnectionState _state;
    private readonly StepWriter _steps;
    private readonly HelloFollower _hello;
    private readonly SideDecoder _client = new();
    private readonly SideDecoder _server = new();
    private readonly List<Phrase> _notes = [];
    private int _unopened;

    private ConnectionDecoder(TraceOptions options)
    {
        _options = options;
        _state = new ConnectionState(options);
        _steps = new StepWriter(_state, options.MaxApplicationRecords);
        _hello = new HelloFollower(_state);
    }

    /// <summary>Decodes a whole conversation.</summary>
    public static TracedConnection Decode(Conversation conversation, TraceOptions options, ConnectionOutcome? outcome = null)
    {
        using var decoder = new ConnectionDecoder(options);
        foreach (Chunk chunk in conversation.Chunks)
        {
            decoder.Take(chunk);
        }

        return decoder.Finish(conversation, outcome ?? new ConnectionOutcome());
    }

    public void Dispose() => _state.Dispose();

    private SideDecoder Of(TlsSide side) => side == TlsSide.Client ? _client : _server;

    private void Take(Chunk chunk)
    {
        SideDecoder side = Of(chunk.Sender);
        side.Cutter.Append(chunk.Bytes.Span);
        try
        {
            while (!side.HasFailed && CutRecord(chunk, side) is { Length: > 0 } record)
            {
                TakeRecord(chunk, side, record);
            }
        }
        catch (TraceLimitException e)
        {
            side.HasFailed = true;
            _notes.Add(NoteTexts.TooMuch.With(NameOf(chunk.Sender), e.Reason));
        }
    }

    private byte[] CutRecord(Chunk chunk, SideDecoder side)
    {
        try
        {
            return side.Cutter.Cut();
        }
        catch (InvalidDataException)
        {
            side.HasFailed = true;
            _steps.AddUnknown(chunk, side.Cutter.Rest);
            _notes.Add(NoteTexts.NotTls.With(NameOf(chunk.Sender)));
            return [];
        }
    }

    private void TakeRecord(Chunk chunk, SideDecoder side, byte[] record)
    {
        SideKeys keys = _state.KeysOf(chunk.Sender);
        var outer = new ContentType(record[0]);
        bool isPlain = !keys.IsProtected || (outer == ContentType.ChangeCipherSpec && _state.Version == ProtocolVersion.Tls13);
        TracedRecord traced = _steps.AddRecord(chunk, side.Cutter.Offset - record.Length, record, !isPlain);
        if (isPlain)
        {
            // Early data of which nobody has the key comes before any other key is there.
            if (outer == ContentType.ApplicationData)
            {
                TakeClosed(chunk, traced, record);
                return;
            }

            TakeContent(chunk, side, outer, record.AsSpan(RecordHeader.Size).ToArray(), protectedBy: null);
            return;
        }

        if (!keys.TryOpen(record, out ContentType type, out byte[] content))
        {
            TakeClosed(chunk, traced, record);
            return;
        }

        RecordKey key = keys.Current!;
        ulong sequence = key.Opener.SequenceNumber - 1;
        traced.Key = key.Name;
        traced.Sequence = sequence;
        traced.Nonce = key.NonceOf(sequence);
        traced.InnerType = type == outer ? null : type.ToString();
        TakeContent(chunk, side, type, content, key.Name);
    }

    private void TakeClosed(Chunk chunk, TracedRecord traced, byte[] record)
    {
        traced.IsProtected = true;
        _unopened++;
        _steps.AddClosed(chunk, record);
    }

    private void TakeContent(Chunk chunk, SideDecoder side, ContentType type, byte[] content, string? protectedBy)
    {
        if (type == ContentType.Handshake)
        {
            foreach ((byte[] message, int[] records) in side.Joiner.Append(content, _steps.LastRecord))
            {
                TakeMessage(chunk, message, records, protectedBy);
            }
        }
        else if (type == ContentType.ChangeCipherSpec)
        {
            StepNotes notes = _steps.NewNotes();
            _steps.Add(
                chunk, StepKind.ChangeCipherSpec, "ChangeCipherSpec", content, Read(MessageLayouts.ChangeCipherSpec, content), protectedBy,
                notes);
            _hello.Next?.TakeChangeCipherSpec(chunk.Sender, notes);
            if (_hello.Next is null && _state.Version is not null && _state.Version != ProtocolVersion.Tls13)
            {
                _state.KeysOf(chunk.Sender).Change(null);
            }

            _steps.Attach(notes);
        }
        else if (type == ContentType.Alert)
        {
            TakeAlert(chunk, content, protectedBy);
        }
        else
        {
            _steps.AddApplicationData(chunk, content, protectedBy);
        }
    }

    private void TakeAlert(Chunk chunk, byte[] content, string? protectedBy)
    {
        Field field = Read(MessageLayouts.Alert, content);
        StepNotes notes = _steps.NewNotes();
        bool isClose = content.Length == 2 && content[1] == AlertDescription.CloseNotify.Value;
        if (!isClose)
        {
            notes.Findings.Add(new Finding(FindingOutcome.Bad, FindingTexts.FatalAlert, "RFC 9846 §6"));
        }

        string name = content.Length == 2 ? new AlertDescription(content[1]).ToString() : "Alert";
        _steps.Add(chunk, StepKind.Alert, name, content, field, protectedBy, notes);
        _steps.Attach(notes);
    }

    private void TakeMessage(Chunk chunk, byte[] message, int[] records, string? protectedBy)
    {
        var type = new HandshakeType(message[0]);
        bool isRetry = type == HandshakeType.ServerHello && MessageReader.PeekServerHello(message, _state);
        Field content = MessageReader.Read(message, _state, isRetry);
        StepNotes notes = _steps.NewNotes();
        _steps.Add(chunk, StepKind.Handshake, content.Name, message, content, protectedBy, notes, records);
        try
        {
            Follow(type, chunk.Sender, message, content, notes);
        }
        catch (TlsException e)
        {
            notes.Findings.Add(new Finding(FindingOutcome.Bad, FindingTexts.Refused.With(LibrarySentences.Of(e.Message)), "RFC 9846 §6.2"));
        }

        _steps.Attach(notes);
    }

    private void Follow(HandshakeType type, TlsSide sender, byte[] message, Field content, StepNotes notes)
    {
        if (type == HandshakeType.ClientHello && sender == TlsSide.Client && _hello.Next is null)
        {
            _hello.TakeClientHello(message, content, notes);
        }
        else if (type == HandshakeType.ServerHello && sender == TlsSide.Server && _hello.Next is null)
        {
            _hello.TakeServerHello(message, content, notes);
        }
        else
        {
            _hello.Next?.Take(type, sender, message, content, notes);
        }
    }

    private static Field Read(Part layout, byte[] content) => layout.Read(new FieldReader(content), new LayoutContext());

    private static Phrase NameOf(TlsSide side) => side == TlsSide.Client ? NoteTexts.Client : NoteTexts.Server;

    private TracedConnection Finish(Conversation conversation, ConnectionOutcome outcome)
    {
        NoteWhatIsMissing(conversation);
        _steps.AttachVerdict(outcome.ServerVerdict, TlsSide.Server);
        _steps.AttachVerdict(outcome.ClientVerdict, TlsSide.Client);
        return new TracedConnection
        {
            Client = conversation.Client,
            Server = conversation.Server,
            Start = conversation.Start,
            Agreed = _state.Agreed,
            Steps = _steps.Steps,
            Records = _steps.Records,
            Keys = _state.Keys,
            ServerCertificates = _state.ServerCertificates,
            ClientCertificates = _state.ClientCertificates,
            ServerVerdict = outcome.ServerVerdict,
            ClientVerdict = outcome.ClientVerdict,
            Failure = outcome.Failure,
            Notes = _notes,
        };
    }

    private void NoteWhatIsMissing(Conversation conversation)
    {
        if (_unopened > 0)
        {
            _notes.Add((_options.Keys is { Count: > 0 } ? NoteTexts.WrongKeys : NoteTexts.NoKeys).With(_unopened));
        }

        if (_steps.UncountedRecords > 0)
        {
            _notes.Add(NoteTexts.MoreData.With(_steps.UncountedRecords, _steps.UncountedBytes));
        }

        if (conversation.HasGap)
        {
            _notes.Add(NoteTexts.Gap);
        }

        if (conversation.IsCutOff)
        {
            _notes.Add(NoteTexts.CutOff);
        }

        foreach (TlsSide side in (ReadOnlySpan<TlsSide>)[TlsSide.Client, TlsSide.Server])
        {
            if (!Of(side).HasFailed && Of(side).Cutter.Rest.Length > 0 && !conversation.IsCutOff)
            {
                _notes.Add(NoteTexts.Incomplete.With(NameOf(side)));
            }
        }
    }

    /// <summary>What stands half-read of one side.</summary>
    private sealed class SideDecoder
    {
        public RecordCutter Cutter { get; } = new();

        public MessageJoiner Joiner { get; } = new();

        /// <summary>Whether something came that is not TLS: what follows cannot be read.</summary>
        public bool HasFailed { get; set; }
    }
}
