using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Sessions;

/// <summary>What a handshake agreed on. Immutable and thread-safe.</summary>
public sealed record TlsConnectionParameters
{
    /// <summary>The protocol version.</summary>
    public required ProtocolVersion Version { get; init; }

    /// <summary>The cipher suite.</summary>
    public required CipherSuite CipherSuite { get; init; }

    /// <summary>The key exchange group; null when there was no (EC)DHE exchange.</summary>
    public NamedGroup? Group { get; init; }

    /// <summary>The scheme of the server's handshake signature; null when the session was resumed or keyed by a PSK.</summary>
    public SignatureScheme? SignatureScheme { get; init; }

    /// <summary>The scheme of the client's handshake signature; null when the client sent none.</summary>
    public SignatureScheme? ClientSignatureScheme { get; init; }

    /// <summary>The application protocol (ALPN); null when none was negotiated.</summary>
    public string? ApplicationProtocol { get; init; }

    /// <summary>The server's name as the client asked for it; null when it did not.</summary>
    public string? ServerName { get; init; }

    /// <summary>
    /// The peer's certificates, DER, leaf first; those of the original handshake when the session was resumed; empty when the peer did not
    /// authenticate with certificates.
    /// </summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> PeerCertificates { get; init; } = [];

    /// <summary>
    /// Until when sessions of this connection may stand on <see cref="PeerCertificates"/>, as the application said when it accepted them.
    /// </summary>
    internal DateTimeOffset PeerAcceptedUntil { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>
    /// What <see cref="PeerCertificates"/> holds: certificates, or one raw public key (RFC 7250) as SubjectPublicKeyInfo.
    /// </summary>
    public CertificateType PeerCertificateType { get; init; }

    /// <summary>The certificates that this side presented; empty when none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> LocalCertificates { get; init; } = [];

    /// <summary>What <see cref="LocalCertificates"/> holds.</summary>
    public CertificateType LocalCertificateType { get; init; }

    /// <summary>Whether an earlier session was resumed.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Whether a key agreed outside TLS authenticates the connection.</summary>
    public bool IsExternalPreSharedKey { get; init; }

    /// <summary>Whether the server asked for another key share first (HelloRetryRequest).</summary>
    public bool IsHelloRetried { get; init; }

    /// <summary>Whether the main secret is bound to the whole handshake (RFC 7627); always true for TLS 1.3.</summary>
    public bool ExtendedMainSecret { get; init; } = true;
}
