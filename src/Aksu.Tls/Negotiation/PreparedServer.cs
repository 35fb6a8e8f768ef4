using System.Runtime.CompilerServices;
using Aksu.Pki;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Sessions;
using EngineIdentity = Aksu.Tls.Engine.Options.ServerIdentity;

namespace Aksu.Tls.Negotiation;

/// <summary>Server options, checked and made ready once for many connections. Immutable and thread-safe.</summary>
internal sealed class PreparedServer
{
    private const int MaxAuthorities = 64;
    private static readonly TimeSpan TicketKeyRotation = TimeSpan.FromHours(6);

    private static readonly ConditionalWeakTable<TlsServerOptions, PreparedServer> Known = [];
    private static readonly ConditionalWeakTable<TlsServerOptions, FollowingServer> Following = [];

    /// <param name="options">The options.</param>
    /// <param name="earlier">What was made of them when the identity was another one: ticket keys and verified chains are kept.</param>
    public PreparedServer(TlsServerOptions options, PreparedServer? earlier)
    {
        options.Check();
        Options = options;
        Engine = options.ForEngine with
        {
            Identities = [.. options.Identities.Select(static identity => new EngineIdentity(identity.CertifiedKey, identity.Names))],
            ClientCertificateAuthorities = AuthoritiesOf(options),
            AuthenticationContext = AuthenticationContext.Of(options),
            Tickets = earlier is null ? TicketsOf(options) : earlier.Engine.Tickets,
            SessionCache = options.ResumeSessions ? options.SessionCache : null,
        };
        Engine.Validate();
        RawPublicKeyVerifier = RawPublicKeys.VerifierFor(options);
        Verifier = options.DangerousSkipVerification || options.Trust is null
            ? null
            : earlier?.Verifier ?? new CertificateVerifier(options.EffectivePolicy, options.Cryptography);
    }

    public TlsServerOptions Options { get; }

    public ServerHandshakeOptions Engine { get; }

    /// <summary>Null when verification is switched off, or nobody is trusted and so no client is asked.</summary>
    public CertificateVerifier? Verifier { get; }

    /// <summary>Null when raw public keys are not taken, or verification is switched off.</summary>
    public CertificateVerifier? RawPublicKeyVerifier { get; }

    /// <summary>The same for the same options, so that ticket keys and verified chains live as long as they do.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static PreparedServer For(TlsServerOptions options) => options.ReloadingIdentity is null
        ? Known.GetValue(options, static key => new PreparedServer(key, earlier: null))
        : Following.GetValue(options, static key => new FollowingServer(key)).Current;

    private static IReadOnlyList<ReadOnlyMemory<byte>> AuthoritiesOf(TlsServerOptions options) =>
        options is { SendClientAuthorities: true, Trust: { } trust } && trust.Certificates.Count <= MaxAuthorities
            ? [.. trust.Certificates
                .Select(static root => root.Subject)
                .Where(static name => !name.IsEmpty)
                .Distinct()
                .Select(static name => name.Der)]
            : [];

    /// <summary>The way to the session store for one connection; null where there is none.</summary>
    public StoredSessions? OpenStore() =>
        Options is { ResumeSessions: true, SessionStore: { } store } ? new StoredSessions(store, Engine) : null;

    private static TicketProtector? TicketsOf(TlsServerOptions options) => options is { ResumeSessions: true, SessionStore: null }
        ? options.Tickets ?? new RotatingTicketProtector(options.Cryptography, TicketKeyRotation, options.TicketLifetime)
        : null;
}
