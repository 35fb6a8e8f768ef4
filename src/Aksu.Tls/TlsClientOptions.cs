using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls;

/// <summary>What a <see cref="TlsClient"/> is made of. <inheritdoc cref="TlsOptions" path="/summary"/></summary>
public sealed record TlsClientOptions : TlsOptions
{
    private readonly ClientHandshakeOptions _handshake = new();

    /// <summary>
    /// The name to send (SNI) and to verify the server's certificate against, where it is another one than the host that is connected to;
    /// null for the host. A host name or an IP address.
    /// </summary>
    public string? ServerName { get; init; }

    /// <summary>Whether the server is told the name (SNI).</summary>
    public bool SendServerName
    {
        get => _handshake.SendServerName;
        init => _handshake = _handshake with { SendServerName = value };
    }

    /// <summary>
    /// The groups for which the first hello carries a share; a part of the groups. Null for the most preferred one alone.
    /// </summary>
    public IReadOnlyList<NamedGroup>? KeyShareGroups
    {
        get => _handshake.KeyShareGroups;
        init => _handshake = _handshake with { KeyShareGroups = value };
    }

    /// <summary>Keep the server's tickets and resume with them later.</summary>
    public bool ResumeSessions { get; init; } = true;

    /// <summary>
    /// Where tickets are kept; null for a cache of the <see cref="TlsClient"/>'s own. May be shared: sessions never cross differing trust.
    /// </summary>
    public ClientSessionCache? SessionCache { get; init; }

    /// <summary>
    /// Sessions from elsewhere to resume, offered before those of the cache; those that do not fit are passed over. The caller owns them.
    /// </summary>
    public IReadOnlyList<TlsSession> Sessions { get; init => field = Copy(value); } = [];

    /// <summary>
    /// Gets every session that a server issues, instead of the cache, and owns it from then on. Called during reads; must be quick, and
    /// what it throws ends the connection. A session holds a secret (see <see cref="TlsSession.Export"/>).
    /// </summary>
    public Action<TlsSession>? SessionReceived { get; init; }

    /// <summary>How many sessions are offered at most: 0 to 8.</summary>
    public int MaxOfferedSessions
    {
        get => _handshake.MaxOfferedSessions;
        init => _handshake = _handshake with { MaxOfferedSessions = value };
    }

    /// <summary>How many tickets are taken from one connection: 0 to 64.</summary>
    public int MaxTickets
    {
        get => _handshake.MaxTickets;
        init => _handshake = _handshake with { MaxTickets = value };
    }

    /// <summary>Chooses a certificate when the server asks for one and none of the identities fits; null presents none.</summary>
    public Func<IdentitySelection, CancellationToken, ValueTask<TlsIdentity?>>? SelectIdentity { get; init; }

    /// <summary>Tell the server that it may ask for a certificate after the handshake (post_handshake_auth).</summary>
    public bool PostHandshakeAuthentication
    {
        get => _handshake.PostHandshakeAuthentication;
        init => _handshake = _handshake with { PostHandshakeAuthentication = value };
    }

    /// <summary>Ask the server to staple an OCSP response (RFC 6066 §8).</summary>
    public bool RequestOcspResponse
    {
        get => _handshake.RequestOcspResponse;
        init => _handshake = _handshake with { RequestOcspResponse = value };
    }

    /// <summary>Ask the server for signed certificate timestamps (RFC 6962 §3.3).</summary>
    public bool RequestSignedCertificateTimestamps
    {
        get => _handshake.RequestSignedCertificateTimestamps;
        init => _handshake = _handshake with { RequestSignedCertificateTimestamps = value };
    }

    /// <summary>Look like TLS 1.2 to boxes on the way: a session id and change_cipher_spec records (RFC 9846 §E.4).</summary>
    public bool MiddleboxCompatibility
    {
        get => _handshake.MiddleboxCompatibility;
        init => _handshake = _handshake with { MiddleboxCompatibility = value };
    }

    /// <summary>Sprinkle reserved values into the hello, so that servers stay tolerant (RFC 8701).</summary>
    public bool Grease
    {
        get => _handshake.Grease;
        init => _handshake = _handshake with { Grease = value };
    }

    /// <summary>
    /// Tell the server that this connection is tried again with an older version in <see cref="TlsOptions.Versions"/> after a newer one
    /// failed (TLS_FALLBACK_SCSV, RFC 7507): a server that has a newer one refuses it. For applications that fall back by themselves, which
    /// nobody needs any more; this library never does.
    /// </summary>
    public bool IsFallback
    {
        get => _handshake.IsFallback;
        init => _handshake = _handshake with { IsFallback = value };
    }

    /// <summary>
    /// Whether <see cref="TlsClient.ConnectAsync(string, int, CancellationToken)"/> sends small segments at once (TCP_NODELAY).
    /// </summary>
    public bool NoDelay { get; init; } = true;

    internal ClientHandshakeOptions ForEngine => _handshake;

    private protected override HandshakeOptions Handshake
    {
        get => _handshake;
        init => _handshake = (ClientHandshakeOptions)value;
    }
}
