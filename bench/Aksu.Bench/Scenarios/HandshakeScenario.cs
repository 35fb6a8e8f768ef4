using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Scenarios;

/// <summary>What kind of handshake is measured.</summary>
/// <param name="Title">How the table calls it.</param>
/// <param name="Version">The protocol version.</param>
/// <param name="Certificates">What the server, and the client if it has to, presents.</param>
/// <param name="IsResumed">Whether each handshake resumes the session of the one before.</param>
/// <param name="IsByIdentifier">Whether the server keeps the session and gives no ticket.</param>
/// <param name="HasClientCertificate">Whether the client proves who it is as well.</param>
/// <param name="HasCommonSuite">
/// Whether ours is told to use the suite that the others take by themselves; otherwise everybody comes as he is.
/// </param>
internal sealed record HandshakeScenario(
    string Title,
    ProtocolVersion Version,
    CertificateKind Certificates,
    bool IsResumed = false,
    bool IsByIdentifier = false,
    bool HasClientCertificate = false,
    bool HasCommonSuite = false)
{
    public static IReadOnlyList<HandshakeScenario> All { get; } =
    [
        new("TLS 1.3 full, ECDSA P-256", ProtocolVersion.Tls13, CertificateKind.EcdsaP256),
        new("TLS 1.3 full, RSA-2048", ProtocolVersion.Tls13, CertificateKind.Rsa2048),
        new("TLS 1.3 full, ECDSA P-256, client certificate", ProtocolVersion.Tls13, CertificateKind.EcdsaP256, HasClientCertificate: true),
        new("TLS 1.3 full, ECDSA P-256 with an intermediate", ProtocolVersion.Tls13, CertificateKind.EcdsaP256WithIntermediate),
        new("TLS 1.3 resumed (psk_dhe_ke)", ProtocolVersion.Tls13, CertificateKind.EcdsaP256, IsResumed: true),
        new("TLS 1.2 full, ECDHE-ECDSA P-256", ProtocolVersion.Tls12, CertificateKind.EcdsaP256),
        new("TLS 1.2 full, ECDHE-RSA-2048", ProtocolVersion.Tls12, CertificateKind.Rsa2048),
        new("TLS 1.2 resumed by ticket", ProtocolVersion.Tls12, CertificateKind.EcdsaP256, IsResumed: true),
        new("TLS 1.2 resumed by identifier", ProtocolVersion.Tls12, CertificateKind.EcdsaP256, IsResumed: true, IsByIdentifier: true),
        new("Same suite: TLS 1.3 full, ECDSA P-256", ProtocolVersion.Tls13, CertificateKind.EcdsaP256, HasCommonSuite: true),
        new(
            "Same suite: TLS 1.3 resumed (psk_dhe_ke)",
            ProtocolVersion.Tls13,
            CertificateKind.EcdsaP256,
            IsResumed: true,
            HasCommonSuite: true),
        new("Same suite: TLS 1.2 full, ECDHE-ECDSA P-256", ProtocolVersion.Tls12, CertificateKind.EcdsaP256, HasCommonSuite: true),
    ];

    /// <summary>The only suite that ours may use, or null for what it takes by itself.</summary>
    public CipherSuite? Suite => HasCommonSuite ? SuiteChoice.AsSslStream(Version, Certificates) : null;

    /// <summary>Those whose time is taken apart in docs/performance.md.</summary>
    public static IEnumerable<HandshakeScenario> Profiled =>
        All.Where(static scenario =>
            scenario is { Certificates: CertificateKind.EcdsaP256, HasClientCertificate: false, HasCommonSuite: false }
            && (scenario.Version == ProtocolVersion.Tls13 || !scenario.IsResumed));
}
