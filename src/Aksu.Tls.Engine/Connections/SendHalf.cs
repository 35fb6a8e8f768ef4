using System.Buffers;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.KeySchedule;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Connections;

/// <summary>
/// The sending half of a connection. What the receiving half wants sent is owed: it is kept here, and the sending thread writes it in front
/// of what it sends next.
/// </summary>
internal sealed class SendHalf : IDisposable
{
    private const int MaxFinishedLength = HandshakeMessage.HeaderLength + Cryptography.HashFunction.MaxSize;

    // Nobody locks it but this half, for what is owed.
    private readonly RecordWriter _writer = new();
    private Queue<Owed>? _owed;
    private HandshakeOptions _options;
    private TrafficSecret? _secret;
    private volatile bool _hasOwed;
    private bool _isClosed;
    private bool _awaitsKeyUpdate;
    private long _dataSent;

    public SendHalf(HandshakeOptions options)
    {
        _options = options;
        Use(options);
    }

    public bool HasOwed => _hasOwed;

    /// <summary>Whether this side has said its last word.</summary>
    public bool IsClosed => _isClosed;

    public RecordWriter Writer => _writer;

    /// <summary>Whether an alert that goes out now has change_cipher_spec in front of it.</summary>
    public bool OwesChangeCipherSpec { get; set; }

    /// <summary>Grows whenever application data goes out; for the receiving thread.</summary>
    public long DataSent => Volatile.Read(ref _dataSent);

    /// <summary>Takes other options over, chosen for the ClientHello.</summary>
    public void Use(HandshakeOptions options)
    {
        _options = options;
        _writer.PaddingMultiple = options.RecordPadding;
        _writer.LimitContent(options.MaxRecordContent);
    }

    public void SetSecret(TrafficSecret secret)
    {
        _secret?.Dispose();
        _secret = secret;
        SetSealer(secret.CreateSealer());
    }

    public void WriteChangeCipherSpec(IBufferWriter<byte> output)
    {
        OwesChangeCipherSpec = false;
        _options.Observer?.OnChangeCipherSpec(TlsDirection.Sent);
        RecordWriter.WriteUnprotected(ContentType.ChangeCipherSpec, _writer.LegacyVersion, [1], output);
    }

    public void SetSealer(RecordSealer sealer) => _writer.SetSealer(sealer);

    /// <exception cref="InvalidOperationException">close_notify went out: nothing may follow it (RFC 9846 §6.1).</exception>
    public void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new InvalidOperationException("This side has closed the connection for sending.");
        }
    }

    public void Encrypt(ReadOnlySpan<byte> plaintext, IBufferWriter<byte> output)
    {
        ThrowIfClosed();
        FlushOwed(output);
        if (_isClosed)
        {
            // The receiving half has failed just now: its alert goes out instead of the data.
            return;
        }

        Volatile.Write(ref _dataSent, _dataSent + 1);
        while (!plaintext.IsEmpty)
        {
            if (RoomUnderKey == 0)
            {
                UpdateKey(askPeer: false, output);
            }

            int length = _writer.Fit(plaintext.Length, RoomUnderKey);
            _writer.Write(ContentType.ApplicationData, plaintext[..length], output);
            _options.Observer?.OnApplicationData(TlsDirection.Sent, length);
            plaintext = plaintext[length..];
        }
    }

    /// <summary>Announces and makes the change to the next sending key (RFC 9846 §4.7.3).</summary>
    public void UpdateKey(bool askPeer, IBufferWriter<byte> output)
    {
        TrafficSecret current = _secret ?? throw new InvalidOperationException("There is no traffic secret to update.");
        if (current.IsLast)
        {
            throw Errors.Fault.WriteLimitReached();
        }

        using var message = new WireWriter(16);

        // Until the peer has changed its key it is not asked again (RFC 9846 §4.7.3).
        bool asks = askPeer && !Interlocked.Exchange(ref _awaitsKeyUpdate, true);
        HandshakeMessage.Write(message, new KeyUpdate(asks));
        _options.Observer?.OnHandshakeMessage(TlsDirection.Sent, HandshakeType.KeyUpdate, message.WrittenSpan);
        _writer.Write(ContentType.Handshake, message.WrittenSpan, output);
        _secret = null;
        SetSecret(current.IntoNext());
        _options.Observer?.OnKeyChange(TlsDirection.Sent, KeyEpoch.ApplicationData, current.Suite.Suite);
    }

    /// <summary>
    /// How many records the current key is still used for: one fewer than it may protect, for the last one announces its successor. Keys
    /// that cannot change are used up to the cipher's own limit.
    /// </summary>
    private ulong RoomUnderKey
    {
        get
        {
            if (_secret is null)
            {
                return ulong.MaxValue;
            }

            ulong last = Math.Min(_options.RecordsPerKey ?? ulong.MaxValue, _writer.RecordLimit) - 1;
            return last > _writer.RecordsUnderKey ? last - _writer.RecordsUnderKey : 0;
        }
    }

    /// <summary>Answers the peer's request for a key update.</summary>
    public void OweKeyUpdate() => Owe(new Owed(OwedKind.KeyUpdate));

    /// <summary>Asks the peer to change its key, unless it was asked already.</summary>
    public void OweKeyUpdateRequest()
    {
        if (!Volatile.Read(ref _awaitsKeyUpdate))
        {
            Owe(new Owed(OwedKind.KeyUpdate, AskPeer: true));
        }
    }

    /// <summary>The peer has changed its key: it may be asked again.</summary>
    public void PeerChangedKey() => Volatile.Write(ref _awaitsKeyUpdate, false);

    public void OweHandshake(ReadOnlySpan<byte> message) => Owe(new Owed(OwedKind.Handshake, Bytes: message.ToArray()));

    public void OweAnswer(ReadOnlySpan<byte> messages, ReadOnlySpan<byte> transcriptHash) =>
        Owe(new Owed(OwedKind.Answer, Bytes: messages.ToArray(), TranscriptHash: transcriptHash.ToArray()));

    public void OweWarning(AlertDescription alert) => Owe(new Owed(OwedKind.Warning, alert));

    /// <summary>
    /// The connection failed: what was owed is dropped, and an alert (if any) is the last thing sent. A handshake that the user gave up
    /// ends in close_notify (RFC 9846 §6.1); a connection that was complete does not, for data may be missing.
    /// </summary>
    public void OweAlert(AlertDescription? alert, bool isDuringHandshake)
    {
        lock (_writer)
        {
            var last = new Queue<Owed>(capacity: 2);
            if (alert == AlertDescription.UserCanceled && isDuringHandshake)
            {
                last.Enqueue(new Owed(OwedKind.Warning, AlertDescription.UserCanceled));
                alert = AlertDescription.CloseNotify;
            }

            last.Enqueue(alert is { } a ? new Owed(OwedKind.Fatal, a) : new Owed(OwedKind.End));
            _owed = last;
            _hasOwed = true;
        }
    }

    /// <summary>Writes what is owed. Called by the sending thread.</summary>
    public void FlushOwed(IBufferWriter<byte> output)
    {
        while (_hasOwed)
        {
            Owed next;
            lock (_writer)
            {
                next = _owed!.Dequeue();
                _hasOwed = _owed.Count > 0;
                if (!_hasOwed)
                {
                    // An idle connection holds no empty queue.
                    _owed = null;
                }
            }

            Write(next, output);
        }
    }

    public void Close(IBufferWriter<byte> output, bool isCanceled)
    {
        FlushOwed(output);
        if (_isClosed)
        {
            return;
        }

        if (isCanceled)
        {
            WriteAlert(Alert.Warning, AlertDescription.UserCanceled, output);
        }

        WriteAlert(Alert.Warning, AlertDescription.CloseNotify, output);
        _isClosed = true;
    }

    public void Dispose()
    {
        _writer.Dispose();
        _secret?.Dispose();
    }

    private void Owe(Owed owed)
    {
        lock (_writer)
        {
            _owed ??= new Queue<Owed>();

            // One key update answers any number of requests (RFC 9846 §4.7.3).
            if (owed.Kind != OwedKind.KeyUpdate || !_owed.Any(o => o.Kind == OwedKind.KeyUpdate && o.AskPeer == owed.AskPeer))
            {
                _owed.Enqueue(owed);
            }

            _hasOwed = true;
        }
    }

    private void Write(Owed owed, IBufferWriter<byte> output)
    {
        if (_isClosed)
        {
            return;
        }

        switch (owed.Kind)
        {
            case OwedKind.KeyUpdate when _secret is { IsLast: true }:
                // The peer's wish is passed over then (RFC 9846 §4.7.3).
                break;
            case OwedKind.KeyUpdate:
                UpdateKey(owed.AskPeer, output);
                break;
            case OwedKind.Handshake:
                WriteHandshake(owed.Bytes, output);
                break;
            case OwedKind.Answer:
                WriteAnswer(owed, output);
                break;
            case OwedKind.Warning:
                WriteAlert(Alert.Warning, owed.Alert, output);
                break;
            case OwedKind.Fatal:
                WriteAlert(Alert.Of(owed.Alert).Level, owed.Alert, output);
                End();
                break;
            default:
                End();
                break;
        }
    }

    private void WriteAnswer(Owed owed, IBufferWriter<byte> output)
    {
        ChangeKeyBefore(owed.Bytes!.Length + MaxFinishedLength, output);
        TrafficSecret secret = _secret ?? throw new InvalidOperationException("There is no traffic secret.");
        byte[] verifyData = new byte[secret.Suite.Hash.Size];
        secret.ComputeFinished(owed.TranscriptHash, verifyData);
        using var finished = new WireWriter(128);
        HandshakeMessage.Write(finished, new Finished(verifyData));
        _options.Observer?.OnHandshakeMessage(TlsDirection.Sent, HandshakeType.Finished, finished.WrittenSpan);
        _writer.Write(ContentType.Handshake, [.. owed.Bytes!, .. finished.WrittenSpan], output);
    }

    private void WriteHandshake(ReadOnlySpan<byte> message, IBufferWriter<byte> output)
    {
        ChangeKeyBefore(message.Length, output);
        _writer.Write(ContentType.Handshake, message, output);
    }

    /// <summary>The records of one message stand under one key: if they do not fit under this one, it changes before.</summary>
    private void ChangeKeyBefore(int length, IBufferWriter<byte> output)
    {
        if (_writer.RecordsFor(length) > RoomUnderKey)
        {
            UpdateKey(askPeer: false, output);
        }
    }

    private void End()
    {
        _isClosed = true;
        Dispose();
    }

    private void WriteAlert(byte level, AlertDescription description, IBufferWriter<byte> output)
    {
        if (OwesChangeCipherSpec)
        {
            WriteChangeCipherSpec(output);
        }

        _writer.Write(ContentType.Alert, [level, description.Value], output);
        try
        {
            _options.Observer?.OnAlert(TlsDirection.Sent, description);
        }
        catch (Exception) when (level == Alert.Fatal)
        {
            // The connection has failed for another reason, which its owner is told, and its peer by what was just written.
        }
    }

    private enum OwedKind
    {
        KeyUpdate,
        Handshake,
        Answer,
        Warning,
        Fatal,
        End,
    }

    private readonly record struct Owed(
        OwedKind Kind, AlertDescription Alert = default, byte[]? Bytes = null, byte[]? TranscriptHash = null, bool AskPeer = false);
}
