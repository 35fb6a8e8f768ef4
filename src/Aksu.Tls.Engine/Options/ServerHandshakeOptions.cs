using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Options;

/// <summary>What a server engine is made with, or gets in answer to a ClientHello.</summary>
public sealed record ServerHandshakeOptions : HandshakeOptions
{
    private Derived<ClientCertificateDemand> _demand;

    /// <summary>
    /// The certificates to present, most preferred first: the first that fits the client's name and that the client can verify is taken,
    /// and otherwise the first that the client can verify.
    /// </summary>
    public IReadOnlyList<ServerIdentity> Identities { get; init => field = ListCopy.Of(value); } = [];

    /// <summary>Refuse a client that asks for a name that no identity has (unrecognized_name) instead of presenting another one.</summary>
    public bool StrictServerName { get; init; }

    /// <summary>Whether clients are asked for certificates.</summary>
    public ClientAuthentication ClientAuthentication { get; init; }

    /// <summary>DER names of the authorities whose client certificates are wanted; a hint to the client; empty to send none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> ClientCertificateAuthorities { get; init => field = ListCopy.OfBytes(value); } = [];

    /// <summary>Makes and reads session tickets; null to issue none and resume nothing.</summary>
    public TicketProtector? Tickets { get; init; }

    /// <summary>
    /// Keeps sessions of TLS 1.2 and before for clients that take no tickets, or where <see cref="Tickets"/> is null; null to keep none.
    /// </summary>
    public SessionCache? SessionCache { get; init; }

    /// <summary>
    /// How many tickets a full handshake issues: 0 to 16; TLS 1.2 has one at most. A resumed handshake of TLS 1.3 issues one, in the place
    /// of that which it used; none where this is 0.
    /// </summary>
    public int TicketCount { get; init => field = InRange(value, 0, 16); } = 2;

    /// <summary>How long tickets and kept sessions are good: at most seven days (RFC 9846 §4.7.1).</summary>
    public TimeSpan TicketLifetime
    {
        get;
        init => field = value > TimeSpan.Zero && value <= TimeSpan.FromDays(7)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "More than nothing and at most seven days.");
    } = TimeSpan.FromHours(12);

    /// <summary>Suspend with a session request for tickets that <see cref="Tickets"/> cannot read: a look-up outside.</summary>
    public bool AsksForSessions { get; init; }

    /// <summary>
    /// What sessions are bound to besides the name and the protocol: the given context, and the authorities whose client certificates are
    /// wanted.
    /// </summary>
    internal ReadOnlyMemory<byte> SessionContext =>
        ClientAuthentication == ClientAuthentication.None || ClientCertificateAuthorities.Count == 0
            ? AuthenticationContext
            : CertificateDemand.SessionContext;

    /// <summary>What clients are asked for; a copy of the options that asks for the same has the same demand.</summary>
    internal ClientCertificateDemand CertificateDemand
    {
        get
        {
            if (_demand.Value is { } known && known.IsOf(this))
            {
                return known;
            }

            var demand = new ClientCertificateDemand(this);
            _demand = new Derived<ClientCertificateDemand>(demand);
            return demand;
        }
    }

    /// <summary>Send a cookie in every HelloRetryRequest (RFC 9846 §4.3.2).</summary>
    public bool SendsCookie { get; init; }

    /// <summary>Take the client's order of suites instead of this side's.</summary>
    public bool PrefersClientOrder { get; init; }
}
