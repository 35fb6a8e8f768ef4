using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Options;

/// <summary>What a server engine is made with, or gets in answer to a ClientHello.</summary>
public sealed record ServerHandshakeOptions : HandshakeOptions
{
    /// <summary>
    /// The certificates to present, most preferred first: the first that fits the client's name and that the client can verify is taken, and
    /// otherwise the first that the client can verify.
    /// </summary>
    public IReadOnlyList<ServerIdentity> Identities { get; init; } = [];

    /// <summary>Refuse a client that asks for a name that no identity has (unrecognized_name) instead of presenting another one.</summary>
    public bool StrictServerName { get; init; }

    /// <summary>Whether clients are asked for certificates.</summary>
    public ClientAuthentication ClientAuthentication { get; init; }

    /// <summary>DER names of the authorities whose client certificates are wanted; a hint to the client; empty to send none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> ClientCertificateAuthorities { get; init; } = [];

    /// <summary>Makes and reads session tickets; null to issue none and resume nothing.</summary>
    public TicketProtector? Tickets { get; init; }

    /// <summary>How many tickets a full handshake issues: 0 to 16.</summary>
    public int TicketCount { get; init => field = InRange(value, 0, 16); } = 2;

    /// <summary>How long tickets are good: at most seven days (RFC 9846 §4.7.1).</summary>
    public TimeSpan TicketLifetime
    {
        get;
        init => field = value > TimeSpan.Zero && value <= TimeSpan.FromDays(7)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "More than nothing and at most seven days.");
    } = TimeSpan.FromHours(12);

    /// <summary>Suspend with a session request for tickets that <see cref="Tickets"/> cannot read: a look-up outside.</summary>
    public bool AsksForSessions { get; init; }

    /// <summary>Send a cookie in every HelloRetryRequest (RFC 9846 §4.3.2).</summary>
    public bool SendsCookie { get; init; }

    /// <summary>Take the client's order of suites instead of this side's.</summary>
    public bool PrefersClientOrder { get; init; }
}
