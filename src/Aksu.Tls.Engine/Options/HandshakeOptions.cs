using System.Text;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Records;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Options;

/// <summary>
/// What both sides can set. Immutable, thread-safe, checked when it is set and, across properties, when an engine is made.
/// </summary>
public abstract record HandshakeOptions
{
    private Derived<SuiteSelection> _selection;

    /// <summary>Where primitives and randomness come from: <see cref="CryptographyProvider.Default"/>, unless another is set.</summary>
    /// <remarks>The default is made when it is asked for: options alone load no library and compute nothing.</remarks>
    public CryptographyProvider Cryptography { get => field ?? CryptographyProvider.Default; init; }

    /// <summary>What the time is: for the ages of tickets.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The protocol versions, most preferred first.</summary>
    /// <remarks>
    /// A version for which <see cref="CipherSuites"/> has no suite is left out. What remains must be a range without a hole.
    /// </remarks>
    public IReadOnlyList<ProtocolVersion> Versions { get; init => field = NotEmpty(value); } = DefaultParameters.Versions;

    /// <summary>The cipher suites of all versions, most preferred first.</summary>
    /// <remarks>
    /// Suites of pre-shared keys count only where <see cref="PreSharedKeys"/> has one; where there is one and no such suite of TLS 1.2,
    /// those with a fresh key exchange over a curve are put in front.
    /// </remarks>
    public IReadOnlyList<CipherSuite> CipherSuites { get; init => field = NotEmpty(value); } = DefaultParameters.CipherSuites;

    /// <summary>The key exchange groups, most preferred first; none stands twice.</summary>
    public IReadOnlyList<NamedGroup> Groups { get; init => field = Different(NotEmpty(value)); } = DefaultParameters.Groups;

    /// <summary>The signature schemes accepted from the peer and used for signing, most preferred first.</summary>
    public IReadOnlyList<SignatureScheme> SignatureSchemes { get; init => field = Known(NotEmpty(value)); } =
        DefaultParameters.SignatureSchemes;

    /// <summary>The schemes accepted in certificates, when they differ (signature_algorithms_cert); empty to send none.</summary>
    public IReadOnlyList<SignatureScheme> CertificateSignatureSchemes { get; init => field = [.. Known(value)]; } = [];

    /// <summary>Application protocols (ALPN), most preferred first, each 1 to 255 bytes in Latin-1; empty to negotiate none.</summary>
    public IReadOnlyList<string> ApplicationProtocols { get; init => field = ApplicationProtocolNames(value); } = [];

    /// <summary>
    /// The longest record this side takes, in bytes of inner plaintext (RFC 8449): 64 to 16,385. Null sends no record_size_limit, and the
    /// peer may send full records.
    /// </summary>
    public int? RecordSizeLimit
    {
        get;
        init => field = value is null || (value >= RecordLimits.MinRecordSizeLimit && value <= RecordLimits.MaxPlaintext + 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A record size limit lies between 64 and 16,385 bytes.");
    }

    /// <summary>The longest content of one sent record, in bytes: 1 to 16,384.</summary>
    public int MaxRecordContent { get; init => field = InRange(value, 1, RecordLimits.MaxPlaintext); } = RecordLimits.MaxPlaintext;

    /// <summary>Protected records are padded to a multiple of this many bytes to hide lengths (RFC 9846 §5.4): 0 (off) to 4,096.</summary>
    public int RecordPadding { get; init => field = InRange(value, 0, 4096); }

    /// <summary>
    /// What is taken as the peer's certificate, most preferred first: by default X.509 alone. With
    /// <see cref="CertificateType.RawPublicKey"/> (RFC 7250) the application gets a bare key to decide about, which it must know
    /// beforehand.
    /// </summary>
    public IReadOnlyList<CertificateType> PeerCertificateTypes { get; init => field = CertificateTypes(value); } = [CertificateType.X509];

    /// <summary>The most certificates taken from the peer.</summary>
    public int MaxPeerCertificates { get; init => field = InRange(value, 1, SessionFields.MaxCertificates); } = 10;

    /// <summary>The longest certificate message taken from the peer, in bytes.</summary>
    public int MaxCertificateMessageLength { get; init => field = InRange(value, 256, 1 << 20); } = 128 * 1024;

    /// <summary>Keys agreed outside TLS.</summary>
    public IReadOnlyList<ExternalPreSharedKey> PreSharedKeys { get; init => field = ListCopy.Of(value); } = [];

    /// <summary>
    /// DANGEROUS: also resume without a fresh key exchange (psk_ke, RFC 9846 §4.3.9): who learns the session's secret later can read the
    /// connection.
    /// </summary>
    public bool DangerousPskWithoutForwardSecrecy { get; init; }

    /// <summary>
    /// DANGEROUS: allow TLS 1.0 and 1.1 in <see cref="Versions"/>, which stand on MD5, SHA-1 and CBC (deprecated by RFC 8996). Where
    /// <see cref="CipherSuites"/> has no suite for them, the least bad ones are added behind the others.
    /// </summary>
    public bool DangerousLegacyVersions { get; init; }

    /// <summary>
    /// DANGEROUS: allow RSA key transport in TLS 1.2 and before (RFC 5246 §7.4.7.1): no forward secrecy, for who gets the server's key
    /// later reads what was recorded before. Where <see cref="CipherSuites"/> has no such suite, they are added behind the others.
    /// </summary>
    public bool DangerousRsaKeyTransport { get; init; }

    /// <summary>
    /// DANGEROUS: go on in TLS 1.2 and before with a peer that does not bind the main secret to the handshake (RFC 7627). Somebody between
    /// can then give two connections the same secret: what is bound to the connection (exporters, channel bindings) is refused.
    /// </summary>
    public bool DangerousWithoutExtendedMainSecret { get; init; }

    /// <summary>
    /// A digest of everything that decides the peer's authentication (roots, policy, own identity). Sessions made under another one are not
    /// resumed.
    /// </summary>
    public ReadOnlyMemory<byte> AuthenticationContext
    {
        get;
        init => field = value.Length <= 64 ? value.ToArray() : throw new ArgumentException("At most 64 bytes.", nameof(value));
    }

    /// <summary>Sees every step; null for nobody.</summary>
    public TlsObserver? Observer { get; init; }

    /// <summary>DANGEROUS, for debugging: takes the secrets (RFC 9850); null for nobody.</summary>
    public KeyLog? DangerousKeyLog { get; init; }

    /// <summary>
    /// How many records one key protects before this side changes it; null for the cipher's own limit (RFC 9846 §5.5). TLS 1.2 cannot
    /// change keys and goes by the cipher's limit.
    /// </summary>
    public ulong? RecordsPerKey
    {
        get;
        init => field = value is null or >= 16
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "At least 16 records.");
    }

    /// <summary>Replaces outgoing handshake messages by bytes that a test gives; by none to leave one out.</summary>
    internal Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? MessageRewriter { get; init; }

    /// <summary>Whether encrypt_then_mac is offered or taken (RFC 7366); off in tests alone.</summary>
    internal bool EncryptThenMac { get; init; } = true;

    /// <summary>Whether a version is among <see cref="Versions"/> and has a cipher suite.</summary>
    public bool Has(ProtocolVersion version) => EnabledVersions.Contains(version);

    /// <summary>
    /// What the suites, the versions and their opt-ins come to; a copy of the options with the same ones has the same selection.
    /// </summary>
    internal SuiteSelection Selection
    {
        get
        {
            if (_selection.Value is { } known && known.IsOf(this))
            {
                return known;
            }

            var selection = new SuiteSelection(this);
            _selection = new Derived<SuiteSelection>(selection);
            return selection;
        }
    }

    /// <summary>The suites that these options come to, opt-ins counted.</summary>
    internal IReadOnlyList<CipherSuite> EnabledSuites => Selection.Suites;

    /// <summary>The versions that have a suite.</summary>
    internal IReadOnlyList<ProtocolVersion> EnabledVersions => Selection.Versions;

    /// <summary>The highest version that is enabled.</summary>
    internal ProtocolVersion HighestVersion => Selection.HighestVersion;

    /// <summary>Checks what no single property can.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public virtual void Validate()
    {
        foreach (ProtocolVersion version in Versions)
        {
            if (!DefaultParameters.ImplementedVersions.Contains(version))
            {
                throw new ArgumentException($"{version} is not a version that can be enabled here.");
            }
        }

        SuiteSelection.Validate(this);
        if (Has(ProtocolVersion.Tls13) && Groups.All(group => GroupRules.Resolve(group, Cryptography) is null))
        {
            throw new ArgumentException("TLS 1.3 needs a key exchange group, and the provider has none of those that are given.");
        }

        foreach (ExternalPreSharedKey key in PreSharedKeys)
        {
            key.Validate();
        }
    }

    /// <summary>As <see cref="Validate"/>, but what was found to be right once is not looked at again.</summary>
    internal virtual void ValidateOnce()
    {
        if (!Selection.IsValidated)
        {
            Validate();
            Selection.IsValidated = true;
        }
    }

    private protected static IReadOnlyList<T> NotEmpty<T>(IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Count > 0 ? [.. value] : throw new ArgumentException("The list must not be empty.", nameof(value));
    }

    // RFC 9846 §4.3.7.
    private static IReadOnlyList<NamedGroup> Different(IReadOnlyList<NamedGroup> groups) => groups.Distinct().Count() == groups.Count
        ? groups
        : throw new ArgumentException("A group stands twice in the list.", nameof(groups));

    // What is offered can be done (RFC 9846 §9.3); and what TLS 1.0 and 1.1 sign with has no name there.
    private static IReadOnlyList<SignatureScheme> Known(IReadOnlyList<SignatureScheme> schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        foreach (SignatureScheme scheme in schemes)
        {
            if (SchemeRules.AlgorithmOf(scheme) is null || scheme == SignatureScheme.RsaPkcs1Md5Sha1)
            {
                throw new ArgumentException($"{scheme} is no signature scheme that this library has.", nameof(schemes));
            }
        }

        return schemes;
    }

    private protected static int InRange(int value, int min, int max) =>
        value >= min && value <= max ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"Between {min} and {max}.");

    private static IReadOnlyList<CertificateType> CertificateTypes(IReadOnlyList<CertificateType> value)
    {
        IReadOnlyList<CertificateType> types = NotEmpty(value);
        return types.All(static type => type == CertificateType.X509 || type == CertificateType.RawPublicKey)
            && types.Distinct().Count() == types.Count
                ? types
                : throw new ArgumentException("Certificate types are X.509 and raw public key, each once.", nameof(value));
    }

    private static IReadOnlyList<string> ApplicationProtocolNames(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
        {
            if (name is null or "" || name.Length > 255 || name.Any(c => c > 0xff))
            {
                throw new ArgumentException("An application protocol has 1 to 255 bytes (RFC 7301 §3.1).", nameof(names));
            }
        }

        return names.Sum(n => Encoding.Latin1.GetByteCount(n) + 1) <= 0xffff
            ? [.. names]
            : throw new ArgumentException("Too many application protocols.", nameof(names));
    }
}
