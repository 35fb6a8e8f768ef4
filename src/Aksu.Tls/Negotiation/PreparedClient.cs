using Aksu.Pki;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Negotiation;

/// <summary>Client options, checked and made ready once for many connections. Immutable and thread-safe.</summary>
internal sealed class PreparedClient
{
    private readonly string _context;
    private readonly string _protocols;
    private ClientHandshakeOptions? _latest;

    /// <param name="options">The options.</param>
    /// <param name="earlier">What was made of them when the identity was another one: sessions and verified chains are kept.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public PreparedClient(TlsClientOptions options, PreparedClient? earlier = null)
    {
        options.Check();
        Options = options;
        byte[] context = AuthenticationContext.Of(options);
        _context = Convert.ToHexStringLower(context);
        _protocols = SessionKey.TextOf(options.ApplicationProtocols);
        Engine = options.ForEngine with
        {
            Identities = [.. options.Identities.Select(static identity => identity.CertifiedKey)],
            AsksForIdentity = options.SelectIdentity is not null,
            AuthenticationContext = context,
        };
        Engine.Validate();
        RawPublicKeyVerifier = RawPublicKeys.VerifierFor(options);
        Verifier = options.DangerousSkipVerification
            ? null
            : earlier?.Verifier ?? new CertificateVerifier(options.EffectivePolicy, options.Cryptography);
        Sessions = !options.ResumeSessions || options.SessionReceived is not null
            ? null
            : options.SessionCache ?? earlier?.Sessions ?? new ClientSessionCache();
    }

    public TlsClientOptions Options { get; }

    public ClientHandshakeOptions Engine { get; }

    /// <summary>Null when verification is switched off.</summary>
    public CertificateVerifier? Verifier { get; }

    /// <summary>Null when raw public keys are not taken, or verification is switched off.</summary>
    public CertificateVerifier? RawPublicKeyVerifier { get; }

    /// <summary>Null when no tickets are kept.</summary>
    public ClientSessionCache? Sessions { get; }

    /// <summary>
    /// The engine's options for one connection. Those to the server of the last one are shared where no session is offered.
    /// </summary>
    public ClientHandshakeOptions EngineFor(string serverName, IReadOnlyList<TlsSession> sessions)
    {
        if (sessions.Count > 0)
        {
            return Engine with { ServerName = serverName, Sessions = sessions };
        }

        ClientHandshakeOptions? known = Volatile.Read(ref _latest);
        if (known is null || known.ServerName != serverName)
        {
            known = Engine with { ServerName = serverName, Sessions = [] };
            Volatile.Write(ref _latest, known);
        }

        return known;
    }

    /// <summary>Under what the sessions of a server are kept.</summary>
    public SessionKey SessionKeyFor(string serverName, int port) => new(serverName, port, _protocols, _context);
}
