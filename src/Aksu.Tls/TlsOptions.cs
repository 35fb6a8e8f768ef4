using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Negotiation;

namespace Aksu.Tls;

/// <summary>
/// What clients and servers can both set. Immutable and thread-safe; derive variants with <c>with</c>. Each value is checked when it is
/// set, and how they fit together when a <see cref="TlsClient"/> or a <see cref="TlsServer"/> is made.
/// </summary>
public abstract record TlsOptions
{
    private protected TlsOptions()
    {
    }

    /// <summary>What the engine gets of these options.</summary>
    private protected abstract HandshakeOptions Handshake { get; init; }

    /// <summary>Where primitives and randomness come from.</summary>
    public CryptographyProvider Cryptography
    {
        get => Handshake.Cryptography;
        init => Handshake = Handshake with { Cryptography = NotNull(value) };
    }

    /// <summary>What the time is: for tickets and time-outs. Certificates go by the clock of <see cref="Verification"/>.</summary>
    public TimeProvider Time
    {
        get => Handshake.Time;
        init => Handshake = Handshake with { Time = NotNull(value) };
    }

    /// <summary>The protocol versions, most preferred first: by default TLS 1.3 and 1.2.</summary>
    public IReadOnlyList<ProtocolVersion> Versions
    {
        get => Handshake.Versions;
        init => Handshake = Handshake with { Versions = value };
    }

    /// <summary>The cipher suites, most preferred first.</summary>
    public IReadOnlyList<CipherSuite> CipherSuites
    {
        get => Handshake.CipherSuites;
        init => Handshake = Handshake with { CipherSuites = value };
    }

    /// <summary>The key exchange groups, most preferred first.</summary>
    public IReadOnlyList<NamedGroup> Groups
    {
        get => Handshake.Groups;
        init => Handshake = Handshake with { Groups = value };
    }

    /// <summary>The signature schemes accepted from the peer and used for signing, most preferred first.</summary>
    public IReadOnlyList<SignatureScheme> SignatureSchemes
    {
        get => Handshake.SignatureSchemes;
        init => Handshake = Handshake with { SignatureSchemes = value };
    }

    /// <summary>The schemes accepted in certificates, when they differ (signature_algorithms_cert); empty to send none.</summary>
    public IReadOnlyList<SignatureScheme> CertificateSignatureSchemes
    {
        get => Handshake.CertificateSignatureSchemes;
        init => Handshake = Handshake with { CertificateSignatureSchemes = NotNull(value) };
    }

    /// <summary>
    /// Application protocols (ALPN), most preferred first, each 1 to 255 bytes in Latin-1, for example <c>http/1.1</c>; empty to negotiate
    /// none.
    /// </summary>
    public IReadOnlyList<string> ApplicationProtocols
    {
        get => Handshake.ApplicationProtocols;
        init => Handshake = Handshake with { ApplicationProtocols = value };
    }

    /// <summary>Certificates to present, most preferred first.</summary>
    public IReadOnlyList<TlsIdentity> Identities { get; init => field = Copy(value); } = [];

    /// <summary>
    /// A certificate in files, presented before those of <see cref="Identities"/>. When the files change, new connections get the new
    /// certificate, and those that are there go on with the old one. Null for none.
    /// </summary>
    public ReloadingIdentity? ReloadingIdentity { get; init; }

    /// <summary>
    /// Whom to trust as issuers of the peer's certificate. Null leaves it to <see cref="Verification"/> (on a client: the system's roots).
    /// </summary>
    public TrustStore? Trust { get; init; }

    /// <summary>What is demanded of the peer's certificates besides trust.</summary>
    public VerificationPolicy Verification { get; init => field = NotNull(value); } = VerificationPolicy.Default;

    /// <summary>
    /// What is taken as the peer's certificate, most preferred first: X.509 alone unless said otherwise. With
    /// <see cref="CertificateType.RawPublicKey"/> (RFC 7250) the peer may show a bare key, which must be one of
    /// <see cref="TrustedPublicKeys"/>.
    /// </summary>
    public IReadOnlyList<CertificateType> PeerCertificateTypes
    {
        get => Handshake.PeerCertificateTypes;
        init => Handshake = Handshake with { PeerCertificateTypes = value };
    }

    /// <summary>
    /// The raw public keys that are accepted from the peer, where <see cref="PeerCertificateTypes"/> has them. No name, time or authority
    /// speaks for such a key; it has to be as strong as <see cref="Verification"/> demands. Certificates are not measured by them.
    /// </summary>
    public IReadOnlyList<PublicKeyInfo> TrustedPublicKeys { get; init => field = Copy(value); } = [];

    /// <summary>
    /// Asked after the default verification, whose verdict it gets: it may refuse what was accepted, and accept what was refused only by
    /// <see cref="PeerDecision.DangerousAccept"/>. Null leaves it to the verdict.
    /// </summary>
    public Func<PeerVerification, CancellationToken, ValueTask<PeerDecision>>? VerifyPeer { get; init; }

    /// <summary>
    /// DANGEROUS: takes any certificate of the peer unseen, so that anybody on the way can pose as the peer. Reported to
    /// <see cref="Observer"/> as <see cref="HandshakeEvent.WeakenedByOption"/>.
    /// </summary>
    public bool DangerousSkipVerification { get; init; }

    /// <summary>Keys agreed outside TLS.</summary>
    public IReadOnlyList<ExternalPreSharedKey> PreSharedKeys
    {
        get => Handshake.PreSharedKeys;
        init => Handshake = Handshake with { PreSharedKeys = NotNull(value) };
    }

    /// <summary>
    /// DANGEROUS: also resume without a fresh key exchange (psk_ke): who learns the session's secret later can read the connection.
    /// </summary>
    public bool DangerousPskWithoutForwardSecrecy
    {
        get => Handshake.DangerousPskWithoutForwardSecrecy;
        init => Handshake = Handshake with { DangerousPskWithoutForwardSecrecy = value };
    }

    /// <summary>DANGEROUS: allow TLS 1.0 and 1.1 in <see cref="Versions"/>, which stand on MD5, SHA-1 and CBC (RFC 8996).</summary>
    public bool DangerousLegacyVersions
    {
        get => Handshake.DangerousLegacyVersions;
        init => Handshake = Handshake with { DangerousLegacyVersions = value };
    }

    /// <summary>
    /// DANGEROUS: allow RSA key transport in TLS 1.2 and before (RFC 5246 §7.4.7.1): who gets the server's key later reads what was
    /// recorded before.
    /// </summary>
    public bool DangerousRsaKeyTransport
    {
        get => Handshake.DangerousRsaKeyTransport;
        init => Handshake = Handshake with { DangerousRsaKeyTransport = value };
    }

    /// <summary>
    /// DANGEROUS: go on in TLS 1.2 and before with a peer that does not bind the main secret to the handshake (RFC 7627).
    /// </summary>
    public bool DangerousWithoutExtendedMainSecret
    {
        get => Handshake.DangerousWithoutExtendedMainSecret;
        init => Handshake = Handshake with { DangerousWithoutExtendedMainSecret = value };
    }

    /// <summary>The longest record taken, in bytes of inner plaintext (RFC 8449): 64 to 16,385. Null sends no record_size_limit.</summary>
    public int? RecordSizeLimit
    {
        get => Handshake.RecordSizeLimit;
        init => Handshake = Handshake with { RecordSizeLimit = value };
    }

    /// <summary>The longest content of one sent record, in bytes: 1 to 16,384.</summary>
    public int MaxRecordContent
    {
        get => Handshake.MaxRecordContent;
        init => Handshake = Handshake with { MaxRecordContent = value };
    }

    /// <summary>Protected records are padded to a multiple of this many bytes to hide lengths (RFC 9846 §5.4): 0 (off) to 4,096.</summary>
    public int RecordPadding
    {
        get => Handshake.RecordPadding;
        init => Handshake = Handshake with { RecordPadding = value };
    }

    /// <summary>
    /// How many records one key protects before this side changes it: at least 16; null for the cipher's own limit (RFC 9846 §5.5).
    /// </summary>
    public ulong? RecordsPerKey
    {
        get => Handshake.RecordsPerKey;
        init => Handshake = Handshake with { RecordsPerKey = value };
    }

    /// <summary>The most certificates taken from the peer: 1 to 100.</summary>
    public int MaxPeerCertificates
    {
        get => Handshake.MaxPeerCertificates;
        init => Handshake = Handshake with { MaxPeerCertificates = value };
    }

    /// <summary>The longest certificate message taken from the peer, in bytes.</summary>
    public int MaxCertificateMessageLength
    {
        get => Handshake.MaxCertificateMessageLength;
        init => Handshake = Handshake with { MaxCertificateMessageLength = value };
    }

    /// <summary>How long a handshake may take, hooks included; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan HandshakeTimeout { get; init => field = Duration(value); } = TimeSpan.FromSeconds(30);

    /// <summary>How long it is tried to say goodbye (an alert, close_notify) before the transport is closed; zero not to wait.</summary>
    public TimeSpan CloseTimeout
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= TimeSpan.FromMinutes(10)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "From zero to ten minutes.");
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Leave the transport open when the <see cref="TlsStream"/> is disposed of or the handshake fails; otherwise it is disposed of with
    /// it.
    /// </summary>
    public bool LeaveInnerStreamOpen { get; init; }

    /// <summary>
    /// Wait for data with a read of zero bytes on the transport, so that an idle connection holds no buffer. Turn it off for a transport on
    /// which such a read fails or never ends.
    /// </summary>
    public bool UseZeroByteReads { get; init; } = true;

    /// <summary>Sees every step; null for nobody.</summary>
    public TlsObserver? Observer
    {
        get => Handshake.Observer;
        init => Handshake = Handshake with { Observer = value };
    }

    /// <summary>DANGEROUS, for debugging: takes the secrets (RFC 9850), for example a <see cref="KeyLogFile"/>; null for nobody.</summary>
    public KeyLog? DangerousKeyLog
    {
        get => Handshake.DangerousKeyLog;
        init => Handshake = Handshake with { DangerousKeyLog = value };
    }

    /// <summary>What is demanded of the peer's certificates, with <see cref="Trust"/> put in.</summary>
    internal VerificationPolicy EffectivePolicy => Trust is { } trust ? Verification with { Trust = trust } : Verification;

    /// <summary>Checks what no single property can.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    internal virtual void Check()
    {
        if (DangerousSkipVerification && VerifyPeer is not null)
        {
            throw new ArgumentException(
                $"{nameof(VerifyPeer)} would never be asked, for {nameof(DangerousSkipVerification)} is on. Set one of them.");
        }

        RawPublicKeys.Check(this);
    }

    private protected static T NotNull<T>(T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }

    private protected static IReadOnlyList<T> Copy<T>(IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Any(static entry => entry is null) ? throw new ArgumentException("The list holds null.", nameof(value)) : [.. value];
    }

    private static TimeSpan Duration(TimeSpan value) =>
        value == Timeout.InfiniteTimeSpan || (value > TimeSpan.Zero && value <= TimeSpan.FromDays(1))
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "More than nothing and at most one day, or infinite.");
}
