using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Connections;

/// <summary>The receiving half of a connection: its key, the joining of handshake messages, and what is tolerated in a row.</summary>
internal sealed class ReceiveHalf(HandshakeOptions options, SendHalf send) : IDisposable
{
    private HandshakeOptions _options = options;
    private readonly RecordReader _reader = new();
    private readonly HandshakeJoiner _joiner = new();
    private TrafficSecret? _secret;
    private int _emptyRecords;
    private int _warningAlerts;
    private bool _peerGaveUp;
    private int _changeCipherSpecs;
    private ulong _records;
    private bool _askedForKeyUpdate;
    private int _messagesWithoutData;
    private long _dataSentBefore;

    /// <summary>Whether the peer said close_notify.</summary>
    public bool IsClosed { get; private set; }

    public RecordReader Reader => _reader;

    /// <summary>Whether a change_cipher_spec came that no state awaited.</summary>
    public bool HasIgnoredChangeCipherSpec => _changeCipherSpecs > 0;

    public TrafficSecret Secret => _secret ?? throw new InvalidOperationException("There is no traffic secret.");

    /// <summary>Takes other options over, chosen for the ClientHello.</summary>
    public void Use(HandshakeOptions chosen) => _options = chosen;

    /// <summary>
    /// Counts one more post-handshake message since application data last went either way, and returns the count: a peer that only receives
    /// may well change keys while it does.
    /// </summary>
    public int CountWithoutData()
    {
        long dataSent = send.DataSent;
        if (dataSent != _dataSentBefore)
        {
            _dataSentBefore = dataSent;
            _messagesWithoutData = 0;
        }

        return ++_messagesWithoutData;
    }

    public Aligned RequireAligned() => _joiner.RequireAligned();

    public bool TryReadRecord(Span<byte> input, Span<byte> destination, out int consumed, out InboundRecord record) =>
        _reader.TryRead(input, destination, out consumed, out record);

    /// <summary>Takes the next whole handshake message, once its announced length is known to be within the state's ceiling.</summary>
    public bool TryReadMessage(HandshakeState state, out HandshakeMessage message)
    {
        message = default;
        if (!_joiner.TryPeekHeader(out HandshakeType type, out int bodyLength))
        {
            return false;
        }

        int ceiling = state.CeilingFor(type);
        return bodyLength > ceiling ? throw Fault.MessageTooLong(type, ceiling) : _joiner.TryRead(out message);
    }

    /// <summary>Sorts a record by its type.</summary>
    public RecordOutcome Take(InboundRecord record, HandshakeState state, HandshakeContext context)
    {
        if (record.Type == ContentType.ChangeCipherSpec)
        {
            return TakeChangeCipherSpec(record, state);
        }

        // Pieces of one handshake message stand in records one after the other (RFC 9846 §5.1).
        if (record.Type != ContentType.Handshake && _joiner.HoldsPartialMessage)
        {
            throw Fault.InterleavedHandshake();
        }

        if (record.Type == ContentType.ApplicationData && record.WasProtected && state.IsEstablished)
        {
            return TakeApplicationData(record);
        }

        if (record.Type == ContentType.Handshake)
        {
            TakeHandshake(record);
            return RecordOutcome.Absorbed;
        }

        return record.Type == ContentType.Alert ? TakeAlert(record, context) : throw Fault.UnexpectedRecord(record.Type);
    }

    public void SetSecret(TrafficSecret secret, Aligned proof)
    {
        _secret?.Dispose();
        _secret = secret;
        SetOpener(secret.CreateOpener(), proof);
    }

    public void SetOpener(RecordOpener opener, Aligned proof)
    {
        _reader.SetOpener(opener, proof);
        _records = 0;
        _askedForKeyUpdate = false;
    }

    /// <summary>The peer changed its key (RFC 9846 §4.7.3).</summary>
    public void UpdateKey(Aligned proof)
    {
        TrafficSecret current = Secret;
        _secret = null;
        SetSecret(current.IntoNext(), proof);
    }

    public void ReleaseIfIdle() => _joiner.ReleaseIfEmpty();

    public void Dispose()
    {
        _reader.Dispose();
        _joiner.Dispose();
        _secret?.Dispose();
    }

    private RecordOutcome TakeApplicationData(InboundRecord record)
    {
        _records++;
        AskForKeyUpdateAtLimit();
        if (record.Content.IsEmpty)
        {
            return ++_emptyRecords > RecordLimits.MaxEmptyRecords ? throw Fault.TooManyEmptyRecords() : RecordOutcome.Absorbed;
        }

        _emptyRecords = 0;
        _warningAlerts = 0;
        _peerGaveUp = false;
        _messagesWithoutData = 0;
        _options.Observer?.OnApplicationData(TlsDirection.Received, record.Content.Length);
        return RecordOutcome.ApplicationData;
    }

    private void AskForKeyUpdateAtLimit()
    {
        if (_secret is { } secret && !_askedForKeyUpdate && _records >= (_options.RecordsPerKey ?? secret.Suite.RecordLimit))
        {
            _askedForKeyUpdate = true;
            send.OweKeyUpdateRequest();
        }
    }

    private void TakeHandshake(InboundRecord record)
    {
        if (record.Content.IsEmpty)
        {
            throw Fault.EmptyRecord(ContentType.Handshake);
        }

        _joiner.Append(record.Content);
    }

    private RecordOutcome TakeChangeCipherSpec(InboundRecord record, HandshakeState state)
    {
        // A protected one would begin a renegotiation, or end it.
        if (record.Content is not [1] || record.WasProtected)
        {
            throw Fault.InvalidChangeCipherSpec();
        }

        _options.Observer?.OnChangeCipherSpec(TlsDirection.Received);
        if (state.AwaitsChangeCipherSpec)
        {
            return RecordOutcome.ChangeCipherSpec;
        }

        if (!state.IgnoresChangeCipherSpec || _joiner.HoldsPartialMessage)
        {
            throw Fault.InvalidChangeCipherSpec();
        }

        if (++_changeCipherSpecs > RecordLimits.MaxChangeCipherSpecs)
        {
            throw Fault.TooManyChangeCipherSpecs();
        }

        return RecordOutcome.Absorbed;
    }

    private RecordOutcome TakeAlert(InboundRecord record, HandshakeContext context)
    {
        if (record.Content.IsEmpty)
        {
            throw Fault.EmptyRecord(ContentType.Alert);
        }

        Alert alert = Alert.Decode(record.Content);
        _options.Observer?.OnAlert(TlsDirection.Received, alert.Description);
        if (alert.Description == AlertDescription.CloseNotify)
        {
            // This side's handshake was complete, the peer's was not: it took nothing of what was sent, and its end is no proper one.
            if (_peerGaveUp && context.Parameters is not null)
            {
                throw Fault.AlertReceived(AlertDescription.UserCanceled);
            }

            IsClosed = true;
            return RecordOutcome.Closed;
        }

        // TLS 1.3 has no warnings but user_canceled, which close_notify follows (RFC 9846 §6); before, the level says it.
        bool isWarning = context.IsTls13
            ? alert.Description == AlertDescription.UserCanceled
            : alert.Level == Alert.Warning;
        if (!isWarning)
        {
            throw Fault.AlertReceived(alert.Description);
        }

        // close_notify follows (RFC 9846 §6.1): until then there may be data.
        _peerGaveUp |= alert.Description == AlertDescription.UserCanceled;

        return ++_warningAlerts > RecordLimits.MaxWarningAlerts ? throw Fault.TooManyWarnings() : RecordOutcome.Absorbed;
    }
}
