using System.Buffers;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Server;
using Aksu.Tls.Engine.Handshake.Server.Tls13;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Connections;

/// <summary>The server's end of a connection. <inheritdoc cref="TlsEngine" path="/remarks"/></summary>
public sealed class ServerEngine : TlsEngine
{
    /// <summary>Makes a server that waits for a ClientHello.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public ServerEngine(ServerHandshakeOptions options)
        : base(TlsSide.Server, Checked(options), new ExpectClientHello(options, suspends: false))
    {
    }

    private ServerEngine(ServerHandshakeOptions options, bool suspends)
        : base(TlsSide.Server, Checked(options), new ExpectClientHello(options, suspends))
    {
    }

    /// <summary>
    /// Makes a server that suspends with a server options request as soon as it has read the ClientHello; <paramref name="before"/> is in
    /// force until then (observer, limits).
    /// </summary>
    public static ServerEngine ChoosingOptionsByClientHello(ServerHandshakeOptions before) => new(before, suspends: true);

    /// <summary>
    /// Asks the client for a certificate after the handshake (RFC 9846 §4.7.2). The answer comes through <c>Decrypt</c>: a request for a
    /// verdict, then new <c>Parameters</c>. Part of the send half.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The handshake is not complete, the client did not offer post-handshake authentication or is authenticated by an external pre-shared
    /// key (RFC 9846 §4.4.2), or a request is under way.
    /// </exception>
    public void RequestClientCertificate(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ThrowIfUnusable();
        ThrowIfNotEstablished();
        SendHalf.ThrowIfClosed();
        PostHandshake.Request(Context);
        FlushPending(output);
    }

    /// <summary>Issues one more session ticket (TLS 1.3). Part of the send half.</summary>
    /// <exception cref="InvalidOperationException">The handshake is not complete, tickets are off, or the client takes none.</exception>
    public void IssueTicket(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ThrowIfUnusable();
        ThrowIfNotEstablished();
        SendHalf.ThrowIfClosed();
        PostHandshake.IssueTickets(Context, count: 1);
        FlushPending(output);
    }

    private ServerPostHandshake PostHandshake =>
        Context.AfterHandshake ?? throw new InvalidOperationException($"{Parameters!.Version} has no post-handshake messages.");

    private static ServerHandshakeOptions Checked(ServerHandshakeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ValidateOnce();
        return options;
    }
}
