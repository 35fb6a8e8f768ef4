using System.Buffers;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.Tls.Engine.Connections;

/// <summary>
/// One TLS connection without input or output: bytes go in, bytes come out. It has no socket, thread or timer, and it does not wait.
/// </summary>
/// <remarks>
/// <para>
/// First <see cref="Handshake"/> is called until it says <see cref="TlsStatus.Complete"/>; from then on
/// <see cref="Decrypt(Span{byte}, out int, out ReadOnlySpan{byte})"/> is the receive half and <see cref="Encrypt"/>,
/// <see cref="Shutdown"/>, <see cref="RequestKeyUpdate"/> and <see cref="FlushPending"/> are the send half. Each half takes one thread at a
/// time; the two may run at once.
/// </para>
/// <para>
/// Every failure is a <see cref="TlsException"/>, and it is final. The alert for the peer is in the output of <see cref="Handshake"/>, or
/// waits in <see cref="FlushPending"/>, when the exception is thrown. Misuse is an <see cref="ArgumentException"/> or
/// <see cref="InvalidOperationException"/> and does not end the connection.
/// </para>
/// </remarks>
public abstract class TlsEngine : IDisposable
{
    private readonly HandshakeContext _context;
    private readonly ReceiveHalf _receive;
    private readonly SendHalf _send;
    private readonly RecordTransport _transport;
    private HandshakeState _state;
    private TlsException? _failure;
    private int _disposed;

    private protected TlsEngine(TlsSide side, HandshakeOptions options, HandshakeState start)
    {
        Side = side;
        _send = new SendHalf(options);
        _receive = new ReceiveHalf(options, _send);
        _transport = new RecordTransport(_receive, _send);
        _context = new HandshakeContext(side, options, _transport);
        _state = start;
    }

    /// <summary>The role of this end.</summary>
    public TlsSide Side { get; }

    /// <summary>Whether the handshake is complete.</summary>
    public bool IsEstablished => _context.Parameters is not null;

    /// <summary>What the handshake agreed on; null until it is complete. Post-handshake authentication puts a new object here.</summary>
    public TlsConnectionParameters? Parameters => _context.Parameters;

    /// <summary>The decision that the engine waits for; null when it waits for none.</summary>
    public SuspendedRequest? Pending => _state is SuspendedState suspended ? suspended.Request : null;

    /// <summary>
    /// Whether bytes for the peer wait in <see cref="FlushPending"/>: an alert, a key update, an answer to a post-handshake request.
    /// </summary>
    public bool HasPendingOutput => _send.HasOwed;

    private protected HandshakeContext Context => _context;

    private protected SendHalf SendHalf => _send;

    /// <summary>What is awaited now.</summary>
    internal HandshakeState State => _state;

    private bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>Drives the handshake with what came from the peer.</summary>
    /// <param name="input">Bytes from the peer, from the first that was not consumed yet; decrypted in place.</param>
    /// <param name="output">Takes bytes for the peer; send them before anything else, also when an exception is thrown.</param>
    /// <param name="consumed">How many bytes of the input are done with.</param>
    /// <returns>
    /// <see cref="TlsStatus.Complete"/> (input not consumed belongs to <see cref="Decrypt(Span{byte}, out int, out ReadOnlySpan{byte})"/>),
    /// <see cref="TlsStatus.NeedInput"/>, or one of the suspensions: answer <see cref="Pending"/> and call again.
    /// </returns>
    /// <exception cref="TlsException">The handshake failed; the alert is in the output.</exception>
    /// <exception cref="InvalidOperationException">This side has closed the connection before the handshake was complete.</exception>
    public TlsStatus Handshake(Span<byte> input, IBufferWriter<byte> output, out int consumed)
    {
        ArgumentNullException.ThrowIfNull(output);
        consumed = 0;
        ThrowIfUnusable();
        if (_send.IsClosed && !IsEstablished)
        {
            throw new InvalidOperationException("This side has closed the connection.");
        }

        _transport.Attach(output);
        try
        {
            return Drive(input, ref consumed);
        }
        catch (Exception e) when (!IsDisposed)
        {
            TlsException failure = Fail(e);
            _send.FlushOwed(output);
            throw failure;
        }
        finally
        {
            _transport.Detach();
        }
    }

    /// <summary>Opens received records in place until one holds application data.</summary>
    /// <param name="input">Bytes from the peer, from the first that was not consumed yet; decrypted in place.</param>
    /// <param name="consumed">How many bytes of the input are done with.</param>
    /// <param name="plaintext">Application data, a part of <paramref name="input"/>; empty unless the status is Complete.</param>
    /// <returns>
    /// <see cref="TlsStatus.Complete"/> with data, <see cref="TlsStatus.NeedInput"/>, <see cref="TlsStatus.Closed"/>, or a suspension for
    /// post-handshake authentication.
    /// </returns>
    /// <exception cref="TlsException">The connection failed; the alert waits in <see cref="FlushPending"/>.</exception>
    public TlsStatus Decrypt(Span<byte> input, out int consumed, out ReadOnlySpan<byte> plaintext) =>
        Decrypt(input, destination: default, out consumed, out plaintext);

    /// <summary>
    /// The same, with the plaintext put into the application's own memory where that has room for the whole record: content, its type and
    /// padding (RFC 9846 §5.2). Records of TLS 1.2 and before are opened in place.
    /// </summary>
    /// <param name="input">Bytes from the peer, from the first that was not consumed yet; may be decrypted in place.</param>
    /// <param name="destination">Outside the input. What it holds behind the plaintext afterwards is undefined.</param>
    /// <param name="consumed">How many bytes of the input are done with.</param>
    /// <param name="plaintext">
    /// Application data, at the start of <paramref name="destination"/> or a part of <paramref name="input"/>; empty unless the status is
    /// Complete.
    /// </param>
    /// <returns>As above.</returns>
    /// <exception cref="TlsException">The connection failed; the alert waits in <see cref="FlushPending"/>.</exception>
    public TlsStatus Decrypt(Span<byte> input, Span<byte> destination, out int consumed, out ReadOnlySpan<byte> plaintext)
    {
        consumed = 0;
        plaintext = default;
        ThrowIfUnusable();
        ThrowIfNotEstablished();
        try
        {
            return DecryptNext(input, destination, out consumed, out plaintext);
        }
        catch (Exception e) when (!IsDisposed)
        {
            throw Fail(e);
        }
    }

    /// <summary>
    /// Protects application data; what is pending goes out in front of it. Keys change by themselves at the cipher's limit. If the
    /// receiving half fails during the call, its alert may be in the output instead of the data; the next call says why.
    /// </summary>
    /// <exception cref="InvalidOperationException">The handshake is not complete, or this side has closed.</exception>
    /// <exception cref="TlsException">
    /// The connection has failed, or its key is used up and cannot change; that alert waits in <see cref="FlushPending"/>.
    /// </exception>
    public TlsStatus Encrypt(ReadOnlySpan<byte> plaintext, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ThrowIfUnusable();
        ThrowIfNotEstablished();
        try
        {
            _send.Encrypt(plaintext, output);
        }
        catch (TlsException e) when (!IsDisposed)
        {
            throw FailSending(e);
        }

        return TlsStatus.Complete;
    }

    /// <summary>
    /// Says close_notify (RFC 9846 §6.1): the last bytes that this side sends. Receiving goes on. Before the handshake is complete it says
    /// user_canceled first. Does nothing the second time, or after a failure.
    /// </summary>
    public TlsStatus Shutdown(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _send.Close(output, isCanceled: !IsEstablished && _failure is null);
        return TlsStatus.Complete;
    }

    /// <summary>Writes what waits for the peer. Part of the send half.</summary>
    public void FlushPending(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _send.FlushOwed(output);
    }

    /// <summary>
    /// Tells the engine that the transport has ended. Does nothing after close_notify; otherwise the end may have been forced by somebody
    /// else, and that is an error.
    /// </summary>
    /// <exception cref="TlsException">close_notify did not come before the end.</exception>
    public void EndOfInput()
    {
        if (_failure is not null)
        {
            throw _failure.Again();
        }

        if (!_receive.IsClosed)
        {
            throw Fail(Fault.EndOfStream(), silent: true);
        }
    }

    /// <summary>
    /// Ends the connection because of something outside the engine. The alert waits in <see cref="FlushPending"/>, unless
    /// <see cref="Shutdown"/> has said goodbye before.
    /// </summary>
    /// <param name="cause">
    /// <see cref="TimeoutException"/>: the handshake took too long; <see cref="OperationCanceledException"/>: the application gave up;
    /// anything else: a callback of the application failed (internal_error).
    /// </param>
    /// <returns>The failure, to be thrown.</returns>
    public TlsException Abort(Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        return Fail(cause switch
        {
            TimeoutException => Fault.HandshakeTimeout(),
            OperationCanceledException => Fault.Canceled(),
            _ => Fault.CallbackFailed(cause),
        });
    }

    /// <summary>Changes this side's sending keys, and asks the peer to change its own if told so (RFC 9846 §4.7.3). TLS 1.3 only.</summary>
    /// <exception cref="InvalidOperationException">The version has no key update, or the handshake is not complete.</exception>
    public void RequestKeyUpdate(bool askPeer, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ThrowIfUnusable();
        ThrowIfNotEstablished();
        if (Parameters!.Version != ProtocolVersion.Tls13)
        {
            throw new InvalidOperationException($"{Parameters.Version} has no key update.");
        }

        _send.ThrowIfClosed();
        try
        {
            _send.UpdateKey(askPeer, output);
        }
        catch (TlsException e) when (!IsDisposed)
        {
            throw FailSending(e);
        }
    }

    /// <summary>
    /// Exports keying material bound to this connection (RFC 9846 §7.5, RFC 5705). Thread-safe.
    /// </summary>
    /// <param name="label">A registered label, or one beginning with EXPERIMENTAL; 1 to 249 ASCII characters.</param>
    /// <param name="context">Any bytes, in TLS 1.2 at most 65,535. TLS 1.2 tells an empty context from none; TLS 1.3 does not.</param>
    /// <param name="output">Filled; at most 255 digests long.</param>
    /// <exception cref="InvalidOperationException">
    /// The handshake is not complete, or the connection is one of TLS 1.2 without the extended main secret (RFC 7627 §5.4).
    /// </exception>
    public void ExportKeyingMaterial(string label, ReadOnlySpan<byte> context, Span<byte> output) =>
        Export(label, hasContext: true, context, output);

    /// <summary>The same without a context.</summary>
    /// <param name="label">A registered label, or one beginning with EXPERIMENTAL; 1 to 249 ASCII characters.</param>
    /// <param name="output">Filled; at most 255 digests long.</param>
    public void ExportKeyingMaterial(string label, Span<byte> output) => Export(label, hasContext: false, default, output);

    /// <summary>
    /// The channel binding of this connection, by which a protocol above proves that both ends see the same one (RFC 5056). Thread-safe.
    /// </summary>
    /// <param name="kind">Which binding.</param>
    /// <param name="destination">Takes it; 64 bytes are enough for each kind.</param>
    /// <param name="written">Its length in bytes.</param>
    /// <returns>False when the connection has no binding of this kind, or none that is safe.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public bool TryGetChannelBinding(ChannelBindingKind kind, Span<byte> destination, out int written)
    {
        ThrowIfUnusable();
        ThrowIfNotEstablished();
        return ChannelBinding.TryGet(_context, kind, destination, out written);
    }

    /// <summary>Wipes every secret. Call it when neither half is in use.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            DisposeCore();
            GC.SuppressFinalize(this);
        }
    }

    private protected virtual void DisposeCore()
    {
        _state.Dispose();
        _context.Dispose();
        _receive.Dispose();
        _send.Dispose();
    }

    private protected void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (Volatile.Read(ref _failure) is { } failure)
        {
            throw failure.Again();
        }
    }

    private protected void ThrowIfNotEstablished()
    {
        if (!IsEstablished)
        {
            throw new InvalidOperationException("The handshake is not complete.");
        }
    }

    private void Export(string label, bool hasContext, ReadOnlySpan<byte> context, Span<byte> output)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (label.Length is 0 or > 249 || !label.All(char.IsAscii))
        {
            throw new ArgumentException("An exporter label has 1 to 249 ASCII characters.", nameof(label));
        }

        if (output.Length > 255 * 32)
        {
            throw new ArgumentException("At most 8,160 bytes can be exported at once.", nameof(output));
        }

        ExportUnchecked(label, hasContext, context, output);
    }

    /// <summary>Exports under any label: tests of others have an empty one.</summary>
    internal void ExportUnchecked(string label, bool hasContext, ReadOnlySpan<byte> context, Span<byte> output)
    {
        ThrowIfUnusable();
        ThrowIfNotEstablished();
        _context.Export(label, hasContext, context, output);
    }

    private TlsStatus Drive(Span<byte> input, ref int consumed)
    {
        while (true)
        {
            if (Resume() is { } suspension)
            {
                return suspension;
            }

            if (_state.IsEstablished)
            {
                _receive.ReleaseIfIdle();
                return TlsStatus.Complete;
            }

            if (_receive.TryReadMessage(_state, out Messages.HandshakeMessage message))
            {
                Advance(message);
                continue;
            }

            bool hasRecord =
                _receive.TryReadRecord(input[consumed..], destination: default, out int taken, out Records.InboundRecord record);
            consumed += taken;
            if (!hasRecord)
            {
                return TlsStatus.NeedInput;
            }

            switch (_receive.Take(record, _state, _context))
            {
                case RecordOutcome.Closed:
                    throw Fault.ClosedDuringHandshake();
                case RecordOutcome.ChangeCipherSpec:
                    _state = _state.TakeChangeCipherSpec(_context);
                    break;
            }
        }
    }

    private TlsStatus DecryptNext(Span<byte> input, Span<byte> destination, out int consumed, out ReadOnlySpan<byte> plaintext)
    {
        consumed = 0;
        plaintext = default;
        while (true)
        {
            if (Resume() is { } suspension)
            {
                return suspension;
            }

            if (_receive.TryReadMessage(_state, out Messages.HandshakeMessage message))
            {
                Advance(message);
                continue;
            }

            _receive.ReleaseIfIdle();
            if (_receive.IsClosed)
            {
                return TlsStatus.Closed;
            }

            bool hasRecord = _receive.TryReadRecord(
                input[consumed..], destination, out int taken, out Records.InboundRecord record);
            consumed += taken;
            if (!hasRecord)
            {
                return TlsStatus.NeedInput;
            }

            if (_receive.Take(record, _state, _context) == RecordOutcome.ApplicationData)
            {
                plaintext = record.Content;
                return TlsStatus.Complete;
            }

            // What was no application data does not stay in the application's memory.
            record.Content.Clear();
        }
    }

    /// <summary>Goes on by itself, or from an answered suspension; the status of one that still waits, or null.</summary>
    private TlsStatus? Resume()
    {
        while (true)
        {
            if (_state is ImmediateState immediate)
            {
                _state = immediate.Enter(_context);
                continue;
            }

            if (_state is not SuspendedState suspended)
            {
                return null;
            }

            if (!suspended.Request.IsAnswered)
            {
                return StatusOf(suspended.Request);
            }

            if (suspended.Request.Refusal is { } refusal)
            {
                throw refusal;
            }

            _state = suspended.Resume(_context);
        }
    }

    private void Advance(Messages.HandshakeMessage message)
    {
        _context.Observer?.OnHandshakeMessage(Diagnostics.TlsDirection.Received, message.Type, message.Encoded.Span);
        _state = _state.Handle(_context, message);
    }

    private TlsException Fail(Exception cause, bool silent = false)
    {
        TlsException failure = cause as TlsException ?? Fault.InternalError(cause);
        failure.Side ??= Side;
        if (Interlocked.CompareExchange(ref _failure, failure, null) is null)
        {
            if (!silent)
            {
                _state.Abandon();
                _context.SealSessions();
            }

            _state.Dispose();
            _receive.Dispose();
            _context.WipeExporter();
            _send.OweAlert(silent || failure.SentByPeer ? null : failure.Alert, isDuringHandshake: !IsEstablished);
        }

        return failure;
    }

    /// <summary>
    /// This side cannot send any more. The peer must hear of it, or it would take what it has for the whole. The receiving half may be at
    /// work: what it holds stays until <see cref="Dispose"/>.
    /// </summary>
    private TlsException FailSending(TlsException failure)
    {
        failure.Side ??= Side;
        if (Interlocked.CompareExchange(ref _failure, failure, null) is null)
        {
            _context.SealSessions();
            _context.WipeExporter();
            _send.OweAlert(failure.Alert, isDuringHandshake: false);
        }

        return failure;
    }

    private static TlsStatus StatusOf(SuspendedRequest request) => request switch
    {
        ServerOptionsRequest => TlsStatus.NeedServerOptions,
        PeerCertificatesRequest => TlsStatus.NeedPeerVerdict,
        IdentityRequest => TlsStatus.NeedIdentity,
        SignatureRequest => TlsStatus.NeedSignature,
        SessionRequest => TlsStatus.NeedSession,
        _ => throw new InvalidOperationException("An unknown suspension."),
    };
}
