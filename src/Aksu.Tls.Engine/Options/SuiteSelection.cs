using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Options;

/// <summary>Which suites and versions options come to, once opt-ins are counted; found out once for options and their copies.</summary>
internal sealed class SuiteSelection
{
    private static readonly CipherSuite[] PreSharedKey =
        [CipherSuite.EcdhePskAes128GcmSha256, CipherSuite.EcdhePskAes256GcmSha384, CipherSuite.EcdhePskChaCha20Poly1305Sha256];

    private static readonly CipherSuite[] KeyTransport = [CipherSuite.RsaAes128GcmSha256, CipherSuite.RsaAes256GcmSha384];

    private static readonly CipherSuite[] Legacy =
    [
        CipherSuite.EcdheEcdsaAes128CbcSha, CipherSuite.EcdheRsaAes128CbcSha,
        CipherSuite.EcdheEcdsaAes256CbcSha, CipherSuite.EcdheRsaAes256CbcSha,
    ];

    private static readonly CipherSuite[] LegacyKeyTransport = [CipherSuite.RsaAes128CbcSha, CipherSuite.RsaAes256CbcSha];

    private readonly HandshakeOptions _options;

    public SuiteSelection(HandshakeOptions options)
    {
        _options = options;
        Suites = EnabledSuites(options);
        Versions = [.. options.Versions.Where(version => Suites.Any(suite => Fits(suite, version)))];
        HighestVersion = Versions.OrderByDescending(static version => version.Value).FirstOrDefault();
    }

    /// <summary>The suites, most preferred first.</summary>
    public IReadOnlyList<CipherSuite> Suites { get; }

    /// <summary>The versions for which there is a suite, most preferred first.</summary>
    public IReadOnlyList<ProtocolVersion> Versions { get; }

    /// <summary>The highest of the versions.</summary>
    public ProtocolVersion HighestVersion { get; }

    /// <summary>The suites of TLS 1.3 that the provider has, where that version is enabled.</summary>
    public IReadOnlyList<Suite13> Usable13 => field ??= Versions.Contains(ProtocolVersion.Tls13) ? Resolve13() : [];

    /// <summary>The suites of TLS 1.2 and before that the provider has and that fit an enabled version.</summary>
    public IReadOnlyList<Suite12> Usable12 => field ??= Resolve12();

    /// <summary>The groups that the provider has.</summary>
    public IReadOnlyList<NamedGroup> UsableGroups => field ??=
        [.. _options.Groups.Where(group => GroupRules.Resolve(group, _options.Cryptography) is not null)];

    /// <summary>Whether the options were found to be without contradictions.</summary>
    public bool IsValidated { get; set; }

    /// <summary>Whether the selection is that of these options: whether everything is the same that it follows from.</summary>
    public bool IsOf(HandshakeOptions options) =>
        ReferenceEquals(options, _options)
        || (ReferenceEquals(options.CipherSuites, _options.CipherSuites)
            && ReferenceEquals(options.Versions, _options.Versions)
            && ReferenceEquals(options.Groups, _options.Groups)
            && ReferenceEquals(options.PreSharedKeys, _options.PreSharedKeys)
            && ReferenceEquals(options.Cryptography, _options.Cryptography)
            && options.DangerousRsaKeyTransport == _options.DangerousRsaKeyTransport
            && options.DangerousLegacyVersions == _options.DangerousLegacyVersions);

    /// <summary>Checks what the lists and the opt-ins say together.</summary>
    /// <exception cref="ArgumentException">Something is asked for that its opt-in does not allow, or that cannot work.</exception>
    public static void Validate(HandshakeOptions options)
    {
        if (options.Versions.Any(IsLegacy) && !options.DangerousLegacyVersions)
        {
            throw new ArgumentException(
                "TLS 1.0 and 1.1 are deprecated (RFC 8996); "
                + $"set {nameof(HandshakeOptions.DangerousLegacyVersions)} to have them all the same.");
        }

        if (options.CipherSuites.Any(IsKeyTransport) && !options.DangerousRsaKeyTransport)
        {
            throw new ArgumentException(
                "A cipher suite with RSA key transport has no forward secrecy; "
                + $"set {nameof(HandshakeOptions.DangerousRsaKeyTransport)} to have it all the same.");
        }

        if (options.CipherSuites.Any(UsesFiniteField) && !options.Groups.Any(group => group.IsFiniteField))
        {
            throw new ArgumentException(
                $"A cipher suite with DHE needs one of the groups ffdhe2048 to ffdhe8192 (RFC 7919) in {nameof(HandshakeOptions.Groups)}.");
        }

        if (HasHole(options.EnabledVersions))
        {
            throw new ArgumentException(
                $"{nameof(HandshakeOptions.Versions)} must be a range: a peer cannot be told that a version in the middle is left out, and "
                + "takes it for a downgrade (RFC 9846 §4.2.3).");
        }

        if (options.EnabledVersions.Count == 0)
        {
            throw new ArgumentException(
                "No cipher suite fits any of the versions (suites of pre-shared keys count only where there is a pre-shared key).");
        }
    }

    private static bool HasHole(IReadOnlyList<ProtocolVersion> versions) =>
        versions.Count > 0
        && versions.Max(version => version.Value) - versions.Min(version => version.Value) >= versions.Distinct().Count();

    private List<Suite13> Resolve13()
    {
        var usable = new List<Suite13>(_options.CipherSuites.Count);
        foreach (CipherSuite candidate in _options.CipherSuites)
        {
            if (Suite13.Resolve(candidate, _options.Cryptography) is { } suite)
            {
                usable.Add(suite);
            }
        }

        return usable;
    }

    private List<Suite12> Resolve12()
    {
        var usable = new List<Suite12>();
        foreach (CipherSuite candidate in Suites)
        {
            if (Suite12.Resolve(candidate, _options.Cryptography) is { } suite && Versions.Any(suite.Fits))
            {
                usable.Add(suite);
            }
        }

        return usable;
    }

    private static List<CipherSuite> EnabledSuites(HandshakeOptions options)
    {
        bool hasPreSharedKey = options.PreSharedKeys.Any(static key => !key.IsImported);
        List<CipherSuite> suites = [.. options.CipherSuites.Where(suite => hasPreSharedKey || !UsesPreSharedKey(suite))];
        if (hasPreSharedKey && !suites.Any(UsesPreSharedKey))
        {
            suites.InsertRange(0, PreSharedKey);
        }

        if (options.DangerousRsaKeyTransport && options.Versions.Contains(ProtocolVersion.Tls12))
        {
            AddIfNone(suites, KeyTransport, IsKeyTransport);
        }

        if (options.DangerousLegacyVersions && options.Versions.Any(IsLegacy))
        {
            AddIfNone(suites, Legacy, FitsLegacy);
            if (options.DangerousRsaKeyTransport)
            {
                AddIfNone(suites, LegacyKeyTransport, suite => FitsLegacy(suite) && IsKeyTransport(suite));
            }
        }

        return suites;
    }

    private static bool Fits(CipherSuite suite, ProtocolVersion version)
    {
        if (version == ProtocolVersion.Tls13)
        {
            return suite.Value >> 8 == 0x13;
        }

        return IsLegacy(version) ? FitsLegacy(suite) : SuiteTable.Find(suite) is not null;
    }

    private static void AddIfNone(List<CipherSuite> suites, CipherSuite[] added, Func<CipherSuite, bool> isOne)
    {
        if (!suites.Any(isOne))
        {
            suites.AddRange(added);
        }
    }

    private static bool IsLegacy(ProtocolVersion version) => version.Value < ProtocolVersion.Tls12.Value;

    // Their only MAC is HMAC with SHA-1.
    private static bool FitsLegacy(CipherSuite suite) =>
        SuiteTable.Find(suite) is { Cipher: BulkCipher.Aes128CbcSha or BulkCipher.Aes256CbcSha };

    private static bool IsKeyTransport(CipherSuite suite) => SuiteTable.Find(suite) is { KeyExchange: KeyExchangeMethod.Rsa };

    private static bool UsesPreSharedKey(CipherSuite suite) =>
        SuiteTable.Find(suite) is { Authentication: ServerAuthentication.PreSharedKey };

    private static bool UsesFiniteField(CipherSuite suite) =>
        SuiteTable.Find(suite) is { KeyExchange: KeyExchangeMethod.Dhe or KeyExchangeMethod.DhePsk };
}
