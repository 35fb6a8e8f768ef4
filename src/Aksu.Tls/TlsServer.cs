using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Negotiation;

namespace Aksu.Tls;

/// <summary>Answers TLS clients. Made once and kept. Thread-safe; needs no disposing.</summary>
public sealed class TlsServer
{
    /// <summary>Null when the identity is in files that may have changed since.</summary>
    private readonly PreparedServer? _prepared;

    /// <summary>Makes a server.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public TlsServer(TlsServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        var prepared = PreparedServer.For(options);
        _prepared = options.ReloadingIdentity is null ? prepared : null;
    }

    /// <summary>What this server is made of.</summary>
    public TlsServerOptions Options { get; }

    /// <summary>Makes a TLS connection of any connected stream.</summary>
    /// <param name="stream">
    /// The transport. It belongs to the connection from now on: it is disposed of with it, and when the handshake fails, unless
    /// <see cref="TlsOptions.LeaveInnerStreamOpen"/> is set. Its reads and writes must honour cancellation.
    /// </param>
    /// <param name="cancellationToken">Ends the handshake.</param>
    /// <exception cref="ArgumentException">The transport cannot be read and written.</exception>
    /// <exception cref="TlsException">The handshake failed.</exception>
    public ValueTask<TlsStream> AuthenticateAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        TransportCheck.Throw(stream);
        var decisions = new ServerDecisions(_prepared ?? PreparedServer.For(Options), TlsStream.EndPointOf(stream));
        ServerEngine engine = Options.SelectOptions is null
            ? new ServerEngine(decisions.EngineOptions)
            : ServerEngine.ChoosingOptionsByClientHello(decisions.EngineOptions);
        return HandshakeDriver.RunAsync(stream, engine, decisions, cancellationToken);
    }
}
