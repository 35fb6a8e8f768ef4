using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls;

/// <summary>What a <see cref="TlsServer"/> is made of. <inheritdoc cref="TlsOptions" path="/summary"/></summary>
/// <remarks>
/// <see cref="TlsOptions.Identities"/>: the first that fits the name the client asks for, and that the client can verify, is presented; the
/// names are those of the certificate.
/// </remarks>
public sealed record TlsServerOptions : TlsOptions
{
    private readonly ServerHandshakeOptions _handshake = new();

    /// <summary>Options with a handshake time-out of ten seconds, for anybody can open connections to a server.</summary>
    public TlsServerOptions() => HandshakeTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Chooses the options for each ClientHello; null among them refuses the client with unrecognized_name. Return the same instances
    /// again: what is made of them (ticket keys, verified chains) is kept with them. The options here are in force until then.
    /// </summary>
    public Func<ClientHelloInfo, CancellationToken, ValueTask<TlsServerOptions?>>? SelectOptions { get; init; }

    /// <summary>Refuse a client that asks for a name that no identity has (unrecognized_name) instead of presenting another one.</summary>
    public bool StrictServerName
    {
        get => _handshake.StrictServerName;
        init => _handshake = _handshake with { StrictServerName = value };
    }

    /// <summary>
    /// Whether clients are asked for certificates. <see cref="TlsOptions.Trust"/> has to say who may issue them: the roots of the system
    /// certify anybody.
    /// </summary>
    public ClientAuthentication ClientAuthentication
    {
        get => _handshake.ClientAuthentication;
        init => _handshake = _handshake with { ClientAuthentication = value };
    }

    /// <summary>Tell clients the names of the trusted authorities, so that they find the right certificate (up to 64 names).</summary>
    public bool SendClientAuthorities { get; init; } = true;

    /// <summary>Issue session tickets and resume with them.</summary>
    public bool ResumeSessions { get; init; } = true;

    /// <summary>Makes and reads tickets; null for keys that live in this process alone and change on their own.</summary>
    public TicketProtector? Tickets
    {
        get => _handshake.Tickets;
        init => _handshake = _handshake with { Tickets = value };
    }

    /// <summary>
    /// Keeps sessions of TLS 1.2 and before for clients that take no tickets, while <see cref="ResumeSessions"/> is on; null to keep none.
    /// </summary>
    public SessionCache? SessionCache
    {
        get => _handshake.SessionCache;
        init => _handshake = _handshake with { SessionCache = value };
    }

    /// <summary>
    /// Keeps sessions of all versions outside the process, asynchronously, instead of <see cref="Tickets"/> and <see cref="SessionCache"/>,
    /// while <see cref="ResumeSessions"/> is on; null for tickets that hold the session themselves.
    /// </summary>
    public ITlsSessionStore? SessionStore { get; init; }

    /// <summary>
    /// How many tickets a full handshake issues: 0 to 16. A resumed handshake of TLS 1.3 issues one, in the place of that which it used;
    /// none where this is 0.
    /// </summary>
    public int TicketCount
    {
        get => _handshake.TicketCount;
        init => _handshake = _handshake with { TicketCount = value };
    }

    /// <summary>How long tickets are good: at most seven days (RFC 9846 §4.7.1).</summary>
    public TimeSpan TicketLifetime
    {
        get => _handshake.TicketLifetime;
        init => _handshake = _handshake with { TicketLifetime = value };
    }

    /// <summary>Send a cookie in every HelloRetryRequest (RFC 9846 §4.3.2).</summary>
    public bool SendCookie
    {
        get => _handshake.SendsCookie;
        init => _handshake = _handshake with { SendsCookie = value };
    }

    /// <summary>Take the client's order of suites instead of this side's.</summary>
    public bool PreferClientOrder
    {
        get => _handshake.PrefersClientOrder;
        init => _handshake = _handshake with { PrefersClientOrder = value };
    }

    internal ServerHandshakeOptions ForEngine => _handshake;

    internal override void Check()
    {
        base.Check();
        if (Identities.Count == 0 && ReloadingIdentity is null && PreSharedKeys.Count == 0 && SelectOptions is null)
        {
            throw new ArgumentException(
                $"A server needs a certificate: set {nameof(Identities)} (or {nameof(PreSharedKeys)}, or {nameof(SelectOptions)}).");
        }

        if (SessionStore is not null && (Tickets is not null || SessionCache is not null))
        {
            throw new ArgumentException(
                $"{nameof(SessionStore)} takes the place of {nameof(Tickets)} and {nameof(SessionCache)}. Set either it or them.");
        }

        if (ClientAuthentication != ClientAuthentication.None && Trust is null && !DangerousSkipVerification
            && PeerCertificateTypes.Contains(CertificateType.X509))
        {
            throw new ArgumentException(
                $"Clients are asked for certificates, so {nameof(Trust)} must say which authorities may issue them.");
        }
    }

    private protected override HandshakeOptions Handshake
    {
        get => _handshake;
        init => _handshake = (ServerHandshakeOptions)value;
    }
}
