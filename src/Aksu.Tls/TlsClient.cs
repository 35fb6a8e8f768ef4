using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;
using Aksu.Tls.Negotiation;
using PkiServerIdentity = Aksu.Pki.ServerIdentity;

namespace Aksu.Tls;

/// <summary>
/// Opens TLS connections to servers, whose certificates it verifies. Made once and kept: what it learns (sessions to resume, verified
/// chains) speeds up later connections. Thread-safe; needs no disposing.
/// </summary>
public sealed class TlsClient
{
    private static readonly Lazy<TlsClient> LazyDefault = new(static () => new TlsClient());
    private static readonly ConditionalWeakTable<TlsClientOptions, TlsClient> Known = [];

    private readonly FollowingClient _prepared;

    /// <summary>The last host that was asked for, as it was read: most clients have one.</summary>
    private KnownHost? _lastHost;

    /// <summary>The options' server name likewise.</summary>
    private KnownHost? _serverName;

    /// <summary>Makes a client.</summary>
    /// <param name="options">Null for the defaults: verify against the system's roots.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public TlsClient(TlsClientOptions? options = null) => _prepared = new FollowingClient(options ?? new TlsClientOptions());

    /// <summary>
    /// The client with default options that <see cref="ConnectAsync(string, int, TlsClientOptions, CancellationToken)"/> uses.
    /// </summary>
    public static TlsClient Default => LazyDefault.Value;

    /// <summary>What this client is made of.</summary>
    public TlsClientOptions Options => _prepared.Options;

    /// <summary>Opens a TCP connection and makes a TLS connection of it. For the same options, what was learned is used again.</summary>
    /// <param name="host">A host name or an IP address; the server's certificate must be for it.</param>
    /// <param name="port">The port, for example 443.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ArgumentException">The host is neither a name nor an address, or the options contradict each other.</exception>
    /// <exception cref="SocketException">The server cannot be reached.</exception>
    /// <exception cref="TlsException">The handshake failed.</exception>
    public static ValueTask<TlsStream> ConnectAsync(
        string host, int port, TlsClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        TlsClient client = options is null ? Default : Known.GetValue(options, static key => new TlsClient(key));
        return client.ConnectAsync(host, port, cancellationToken);
    }

    /// <inheritdoc cref="ConnectAsync(string, int, TlsClientOptions, CancellationToken)"/>
    public async ValueTask<TlsStream> ConnectAsync(string host, int port, CancellationToken cancellationToken = default)
    {
        PkiServerIdentity target = ParseHost(host, nameof(host), ref _lastHost);
        PkiServerIdentity server = ServerFor(target);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = Options.NoDelay };
        try
        {
            EndPoint where = target.Address is { } address ? new IPEndPoint(address, port) : new DnsEndPoint(target.Text, port);
            await socket.ConnectAsync(where, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return await RunAsync(new NetworkStream(socket, ownsSocket: true), server, port, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a TLS connection of any connected stream.</summary>
    /// <param name="stream">
    /// The transport. It belongs to the connection from now on: it is disposed of with it, and when the handshake fails, unless
    /// <see cref="TlsOptions.LeaveInnerStreamOpen"/> is set. Its reads and writes must honour cancellation.
    /// </param>
    /// <param name="host">A host name or an IP address; the server's certificate must be for it.</param>
    /// <param name="cancellationToken">Ends the handshake.</param>
    /// <exception cref="ArgumentException">
    /// The host is neither a name nor an address, or the transport cannot be read and written.
    /// </exception>
    /// <exception cref="TlsException">The handshake failed.</exception>
    public ValueTask<TlsStream> AuthenticateAsync(Stream stream, string host, CancellationToken cancellationToken = default) =>
        AuthenticateAsync(stream, host, port: 0, cancellationToken);

    /// <inheritdoc cref="AuthenticateAsync(Stream, string, CancellationToken)"/>
    /// <param name="stream">As above.</param>
    /// <param name="host">A host name or an IP address; the server's certificate must be for it.</param>
    /// <param name="port">The server's port, where it is known: sessions of one port are not resumed with another.</param>
    /// <param name="cancellationToken">Ends the handshake.</param>
    public ValueTask<TlsStream> AuthenticateAsync(Stream stream, string host, int port, CancellationToken cancellationToken = default)
    {
        TransportCheck.Throw(stream);
        return RunAsync(stream, ServerFor(ParseHost(host, nameof(host), ref _lastHost)), port, cancellationToken);
    }

    private async ValueTask<TlsStream> RunAsync(Stream transport, PkiServerIdentity server, int port, CancellationToken cancellationToken)
    {
        PreparedClient prepared = _prepared.Current;
        SessionKey sessionKey = prepared.SessionKeyFor(server.Text, port);
        List<ClientSessionCache.KeptSession>? taken = TakeSessions(prepared, sessionKey);
        try
        {
            var decisions = new ClientDecisions(prepared, server, sessionKey, taken ?? (IReadOnlyList<ClientSessionCache.KeptSession>)[]);
            var engine = new ClientEngine(prepared.EngineFor(server.Text, SessionsToOffer(taken)));
            TlsStream stream = await HandshakeDriver.RunAsync(transport, engine, decisions, cancellationToken).ConfigureAwait(false);
            if (taken is not null && engine.Parameters!.IsResumed)
            {
                ReturnReusable(prepared, taken, sessionKey);
            }

            return stream;
        }
        finally
        {
            // Offered or not, a session that left the cache is not used again.
            taken?.ForEach(static kept => kept.Session.Dispose());
        }
    }

    /// <summary>Sessions of TLS 1.2 and before are good for several connections; a server need not issue another one each time.</summary>
    private static void ReturnReusable(PreparedClient prepared, List<ClientSessionCache.KeptSession> taken, SessionKey key)
    {
        foreach (ClientSessionCache.KeptSession kept in taken.Where(static kept => kept.Session.Version != ProtocolVersion.Tls13))
        {
            prepared.Sessions!.Return(key, kept);
        }

        taken.RemoveAll(static kept => kept.Session.Version != ProtocolVersion.Tls13);
    }

    /// <summary>Null when there is none.</summary>
    private List<ClientSessionCache.KeptSession>? TakeSessions(PreparedClient prepared, SessionKey key)
    {
        if (prepared.Sessions is not { } cache)
        {
            return null;
        }

        List<ClientSessionCache.KeptSession>? taken = null;
        DateTimeOffset now = Options.Time.GetUtcNow();
        int wanted = Options.MaxOfferedSessions - Options.Sessions.Count;
        while ((taken?.Count ?? 0) < wanted && cache.TryTake(key, now, out ClientSessionCache.KeptSession? kept))
        {
            (taken ??= []).Add(kept);
        }

        return taken;
    }

    private IReadOnlyList<TlsSession> SessionsToOffer(List<ClientSessionCache.KeptSession>? taken) =>
        taken is null ? Options.Sessions : [.. Options.Sessions, .. taken.Select(static kept => kept.Session)];

    private PkiServerIdentity ServerFor(PkiServerIdentity target) =>
        Options.ServerName is { } name ? ParseHost(name, nameof(TlsClientOptions.ServerName), ref _serverName) : target;

    private static PkiServerIdentity ParseHost(string host, string parameter, ref KnownHost? known)
    {
        ArgumentException.ThrowIfNullOrEmpty(host, parameter);
        KnownHost? last = Volatile.Read(ref known);
        if (last is not null && last.Host == host)
        {
            return last.Identity;
        }

        PkiServerIdentity identity = PkiServerIdentity.TryParse(host, out PkiServerIdentity? parsed)
            ? parsed
            : throw new ArgumentException("The host is neither a DNS name nor an IP address.", parameter);
        Volatile.Write(ref known, new KnownHost(host, identity));
        return identity;
    }

    private sealed record KnownHost(string Host, PkiServerIdentity Identity);
}
