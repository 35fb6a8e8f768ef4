using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Configuration;

/// <summary>What the flags say about one kind of connection. Filled while the command line is read, and not changed afterwards.</summary>
internal sealed class ShimConfiguration
{
    // The exchange

    public int Port { get; set; }

    public ulong ShimId { get; set; }

    public bool IsIpv6 { get; set; }

    public bool IsServer { get; set; }

    public int ResumeCount { get; set; }

    /// <summary>One byte at a time, and every decision outside the engine.</summary>
    public bool IsAsync { get; set; }

    /// <summary>The handshake belongs to the first read or write: nothing is checked behind it.</summary>
    public bool IsImplicitHandshake { get; set; }

    public bool HandshakesAgain { get; set; }

    public bool NeverCompletes { get; set; }

    public bool WritesFirst { get; set; }

    public string InitialWrite { get; set; } = "hello";

    public int InitialWriteCount { get; set; } = 1;

    public bool ShutsDown { get; set; }

    public bool ChecksCloseNotify { get; set; }

    public int ReadSize { get; set; } = 512;

    public bool ReadsWithUnfinishedWrite { get; set; }

    public bool WritesDifferentSizes { get; set; }

    public bool UpdatesKeys { get; set; }

    public int? MaxSendFragment { get; set; }

    public string? ExpectedTrace { get; set; }

    public int ExportLength { get; set; }

    public string ExportLabel { get; set; } = "";

    public string ExportContext { get; set; } = "";

    public bool HasExportContext { get; set; }

    public bool WritesTlsUnique { get; set; }

    // Negotiation

    public ProtocolVersion MinVersion { get; set; } = ProtocolVersion.Tls10;

    public ProtocolVersion MaxVersion { get; set; } = ProtocolVersion.Tls13;

    public HashSet<ProtocolVersion> DisabledVersions { get; } = [];

    public bool IsFallback { get; set; }

    /// <summary>Suites before TLS 1.3; null for the usual ones in the client's order.</summary>
    public IReadOnlyList<CipherSuite>? CipherSuites { get; set; }

    public bool PrefersOwnOrder { get; set; }

    public List<NamedGroup>? Groups { get; set; }

    public List<NamedGroup>? KeyShares { get; set; }

    public List<SignatureScheme>? VerifySchemes { get; set; }

    public bool HasGrease { get; set; }

    /// <summary>Versions, suites, groups and schemes of a policy; null for the usual ones.</summary>
    public PolicyPreset? Policy { get; set; }

    // Certificates

    public bool VerifiesPeer { get; set; }

    public bool RequiresClientCertificate { get; set; }

    public bool VerificationFails { get; set; }

    public bool UsesCustomVerification { get; set; }

    public int? MaxCertificateMessage { get; set; }

    public string? ClientAuthorities { get; set; }

    public bool RequestsOcspResponse { get; set; }

    public bool UsesOcspDecision { get; set; }

    public bool DeclinesOcsp { get; set; }

    public bool OcspDecisionFails { get; set; }

    public bool RequestsTimestamps { get; set; }

    public bool CertificateDecisionFails { get; set; }

    public bool DecidesByClientHello { get; set; }

    public bool RefusesClientHello { get; set; }

    public Credential DefaultCredential { get; } = new();

    public List<Credential> Credentials { get; } = [];

    /// <summary>The one that flags about credentials act on.</summary>
    public Credential LastCredential => Credentials.Count > 0 ? Credentials[^1] : DefaultCredential;

    /// <summary>What a client says that it can present, in its order; null for what its credentials are.</summary>
    public List<CertificateType>? OwnCertificateTypes { get; set; }

    public List<CertificateType>? PeerCertificateTypes { get; set; }

    public string? PreSharedKey { get; set; }

    public string? PreSharedKeyIdentity { get; set; }

    // Extensions

    public string? HostName { get; set; }

    public IReadOnlyList<string> AdvertisedProtocols { get; set; } = [];

    public string? SelectedProtocol { get; set; }

    public bool DeclinesProtocols { get; set; }

    public bool RefusesProtocols { get; set; }

    // Sessions

    public bool HasNoTickets { get; set; }

    public TimeSpan ResumptionDelay { get; set; }

    /// <summary>Tickets are names of what is kept outside the engine.</summary>
    public bool UsesOutsideTickets { get; set; }

    public bool SkipsTickets { get; set; }

    /// <summary>What has to come out.</summary>
    public ExpectedOutcome Expected { get; } = new();

    /// <summary>Whether bare keys may be presented.</summary>
    public bool HasRawKeys => OwnCertificateTypes is not null || Credentials.Any(static credential => credential.IsRaw);

    /// <summary>Whether a server decides once it has seen the ClientHello.</summary>
    public bool NeedsClientHello => IsAsync || DecidesByClientHello || RefusesClientHello || CertificateDecisionFails || RefusesProtocols
        || OcspDecisionFails || SelectedProtocol is "" || Expected.PeerSchemes is not null || Expected.AdvertisedProtocols is not null;
}
