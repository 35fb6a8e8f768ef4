using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Configuration;

/// <summary>What has to come out of a handshake; null where the runner does not say.</summary>
internal sealed class ExpectedOutcome
{
    public ProtocolVersion? Version { get; set; }

    public CipherSuite? CipherSuite { get; set; }

    public CipherSuite? CipherSuiteWithAes { get; set; }

    public CipherSuite? CipherSuiteWithoutAes { get; set; }

    public NamedGroup? Group { get; set; }

    public bool? IsHelloRetried { get; set; }

    public bool HasExtendedMainSecret { get; set; }

    public bool NoRenegotiations { get; set; } = true;

    /// <summary>The scheme of the peer's signature; 0 for none.</summary>
    public SignatureScheme? PeerScheme { get; set; }

    public List<SignatureScheme>? PeerSchemes { get; set; }

    public bool VerificationResult { get; set; }

    public string? PeerCertificateFile { get; set; }

    public bool NoPeerCertificate { get; set; }

    public CertificateType? PeerCertificateType { get; set; }

    /// <summary>SHA-256 of the peer's SubjectPublicKeyInfo.</summary>
    public byte[]? PeerKeyHash { get; set; }

    public byte[]? CertificateTypes { get; set; }

    public string? Authorities { get; set; }

    public byte[]? OcspResponse { get; set; }

    public byte[]? Timestamps { get; set; }

    /// <summary>The index of the credential that was presented; −1 for none.</summary>
    public int? Credential { get; set; }

    public string? ServerName { get; set; }

    public bool NoServerName { get; set; }

    public string? ApplicationProtocol { get; set; }

    public IReadOnlyList<string>? AdvertisedProtocols { get; set; }

    public bool IsSessionMissed { get; set; }

    public bool NoSession { get; set; }

    public bool IsTicketRenewed { get; set; }

    /// <summary>Whether the server keeps the session under an identifier.</summary>
    public bool? IsSessionKept { get; set; }
}
