using System.Net;
using System.Net.Sockets;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Negotiation;
using Aksu.Tls.Transport;

namespace Aksu.Tls;

/// <summary>
/// A TLS connection over any stream: what is written is protected, what is read is authentic. It comes from <see cref="TlsClient"/>,
/// <see cref="TlsServer"/> or <see cref="TlsListener"/> with its handshake done.
/// </summary>
/// <remarks>
/// <para>
/// One thread may read while another writes; a second reader or writer at the same time gets an <see cref="InvalidOperationException"/>.
/// Reading never waits for writing. All other members may be called at any time.
/// </para>
/// <para>
/// A canceled read leaves the stream usable. A write that is canceled before its bytes went to the transport does so too; afterwards a part
/// of a record may have gone out, and the stream cannot be written to any more.
/// </para>
/// <para>
/// The end of the transport without the peer's close_notify is a <see cref="TlsException"/> of the kind
/// <see cref="TlsErrorKind.Truncated"/>: what was received up to there is delivered first. Errors of the transport come out as they are and
/// leave that direction unusable. An idle connection holds no buffer.
/// </para>
/// </remarks>
public sealed partial class TlsStream : Stream
{
    private readonly Stream _inner;
    private readonly TlsEngine _engine;
    private readonly Decisions _decisions;
    private readonly TlsOptions _options;
    private readonly WriteTurn _turn = new();
    private StreamUse _use;
    private TlsConnectionInfo? _info;

    internal TlsStream(Stream inner, TlsEngine engine, Decisions decisions, InputBuffer received, OutputBuffer output)
    {
        _inner = inner;
        _engine = engine;
        _decisions = decisions;
        _options = decisions.Options;
        _input = received;
        _input.ReleaseIfEmpty();
        _output = output;
        _output.Release();
    }

    /// <summary>The role of this end.</summary>
    public TlsSide Side => _engine.Side;

    /// <summary>What the connection came to be. A new object after post-handshake authentication.</summary>
    public TlsConnectionInfo Info
    {
        get
        {
            TlsConnectionParameters parameters = _engine.Parameters!;
            TlsConnectionInfo? known = Volatile.Read(ref _info);
            if (known is null || !ReferenceEquals(known.Parameters, parameters))
            {
                known = new TlsConnectionInfo(parameters, _decisions.Verdict);
                Volatile.Write(ref _info, known);
            }

            return known;
        }
    }

    /// <summary>Where the peer is; null when the transport is no network stream or is closed.</summary>
    public EndPoint? RemoteEndPoint => EndPointOf(_inner);

    /// <summary>The transport. Reading from it or writing to it breaks the connection; it is there for its settings.</summary>
    public Stream InnerStream => _inner;

    /// <summary>Changes this side's sending keys, and asks the peer to change its own too if told so (RFC 9846 §4.7.3).</summary>
    /// <exception cref="InvalidOperationException">The version has no key update.</exception>
    public ValueTask RequestKeyUpdateAsync(bool askPeer = true, CancellationToken cancellationToken = default) =>
        SendControlAsync(
            askPeer
                ? static (engine, output) => engine.RequestKeyUpdate(askPeer: true, output)
                : static (engine, output) => engine.RequestKeyUpdate(askPeer: false, output),
            cancellationToken);

    /// <summary>
    /// Asks the client for a certificate (RFC 9846 §4.7.2); servers only. It is done when the request is sent: the answer comes with a
    /// later read, after which <see cref="Info"/> has the client's certificates, or which fails when they are refused.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// This side is a client, the client did not offer post-handshake authentication, or a request is under way.
    /// </exception>
    public ValueTask RequestClientCertificateAsync(CancellationToken cancellationToken = default) =>
        _engine is ServerEngine
            ? SendControlAsync(static (engine, output) => ((ServerEngine)engine).RequestClientCertificate(output), cancellationToken)
            : throw new InvalidOperationException("Only a server asks for a client's certificate.");

    internal static EndPoint? EndPointOf(Stream transport)
    {
        try
        {
            EndPoint? remote = (transport as NetworkStream)?.Socket.RemoteEndPoint;
            return remote is IPEndPoint { Address.IsIPv4MappedToIPv6: true } mapped
                ? new IPEndPoint(mapped.Address.MapToIPv4(), mapped.Port)
                : remote;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    private void BeginOther() => ObjectDisposedException.ThrowIf(!_use.TryBeginOther(), this);

    private void LeaveOther()
    {
        if (_use.EndOther())
        {
            TearDown();
        }
    }
}
