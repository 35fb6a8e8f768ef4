using System.Net;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Options;

/// <summary>What a client engine is made with.</summary>
public sealed record ClientHandshakeOptions : HandshakeOptions
{
    private static readonly CertificateType[] CertificatesAlone = [CertificateType.X509];

    /// <summary>
    /// The server's name: sent as SNI when it is a host name (never for an IP address, RFC 6066 §3), and bound to sessions. ASCII.
    /// </summary>
    public string? ServerName
    {
        get;
        init => field = value is null || HostNameSyntax.IsValid(value.TrimEnd('.')) || IPAddress.TryParse(value, out _)
            ? value?.TrimEnd('.')
            : throw new ArgumentException(
                "A server name is a host name in ASCII or an address; write international names as A-labels (xn--…).", nameof(value));
    }

    /// <summary>Whether <see cref="ServerName"/> is told to the server.</summary>
    public bool SendServerName { get; init; } = true;

    /// <summary>
    /// The groups for which the first hello carries a share; a part of the groups. Null for the most preferred group alone.
    /// </summary>
    public IReadOnlyList<NamedGroup>? KeyShareGroups { get; init => field = value is null ? null : ListCopy.Of(value); }

    /// <summary>Sessions to resume, most preferred first; those that do not fit are passed over.</summary>
    public IReadOnlyList<TlsSession> Sessions { get; init => field = ListCopy.Of(value); } = [];

    /// <summary>How many sessions are offered at most: 0 to 8.</summary>
    public int MaxOfferedSessions { get; init => field = InRange(value, 0, 8); } = 1;

    /// <summary>How many tickets are taken from one connection.</summary>
    public int MaxTickets { get; init => field = InRange(value, 0, 64); } = 8;

    /// <summary>Certificates to present when the server asks, most preferred first.</summary>
    public IReadOnlyList<CertifiedKey> Identities { get; init => field = ListCopy.Of(value); } = [];

    /// <summary>
    /// Suspend with an identity request when the server asks for a certificate and none of <see cref="Identities"/> fits.
    /// </summary>
    public bool AsksForIdentity { get; init; }

    /// <summary>Tell the server that it may ask for a certificate after the handshake (post_handshake_auth).</summary>
    public bool PostHandshakeAuthentication { get; init; }

    /// <summary>
    /// DER names of authorities whose certificates are wanted (certificate_authorities, RFC 9846 §4.3.4); empty to send none.
    /// </summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> CertificateAuthorities { get; init => field = ListCopy.OfBytes(value); } = [];

    /// <summary>Ask the server to staple an OCSP response (RFC 6066 §8).</summary>
    public bool RequestOcspResponse { get; init; } = true;

    /// <summary>Ask the server for signed certificate timestamps (RFC 6962 §3.3).</summary>
    public bool RequestSignedCertificateTimestamps { get; init; }

    /// <summary>Look like TLS 1.2 to boxes on the way: a session id and change_cipher_spec records (RFC 9846 §E.4).</summary>
    public bool MiddleboxCompatibility { get; init; } = true;

    /// <summary>Sprinkle reserved values into the hello (RFC 8701).</summary>
    public bool Grease { get; init; } = true;

    /// <summary>
    /// Tell the server that this connection is tried again with an older version after a newer one failed (TLS_FALLBACK_SCSV, RFC 7507): a
    /// server that has a newer one refuses it. The engine itself never falls back.
    /// </summary>
    public bool IsFallback { get; init; }

    /// <summary>What this side can present, most preferred first: the types of <see cref="Identities"/>.</summary>
    internal IReadOnlyList<CertificateType> OwnCertificateTypes
    {
        get
        {
            if (HasCertificatesAlone)
            {
                return CertificatesAlone;
            }

            IEnumerable<CertificateType> types = Identities.Select(static identity => identity.CertificateType);
            return [.. (AsksForIdentity ? types.Append(CertificateType.X509) : types).Distinct()];
        }
    }

    private bool HasCertificatesAlone
    {
        get
        {
            for (int i = 0; i < Identities.Count; i++)
            {
                if (Identities[i].CertificateType != CertificateType.X509)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether the name is one that may be sent as SNI: a host name, not an address.</summary>
    internal bool HasSendableName => SendServerName && ServerName is { Length: > 0 } name && !IPAddress.TryParse(name, out _);

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        ValidateShares();
    }

    internal override void ValidateOnce()
    {
        base.ValidateOnce();
        ValidateShares();
    }

    private void ValidateShares()
    {
        if (KeyShareGroups is { } shares && shares.Any(group => !Groups.Contains(group)))
        {
            throw new ArgumentException("Every key share group must stand in the groups as well.");
        }
    }
}
