using Aksu.Pki.Trust;

namespace Aksu.Pki;

/// <summary>The authorities that are trusted, found by their name. Immutable and thread-safe; meant to be kept and shared.</summary>
public sealed class TrustStore
{
    private static readonly Lazy<TrustStore> LazySystem = new(SystemTrust.Read);

    private readonly Dictionary<DistinguishedName, RootsOfOneName> _bySubject;
    private readonly Lazy<IReadOnlyList<Certificate>> _certificates;
    private readonly Lazy<IReadOnlyList<string>> _warnings;

    private TrustStore(TrustedRoot[] roots, IReadOnlyList<string> warnings)
    {
        _certificates = new(() => [.. roots.Select(static root => root.Certificate).OfType<Certificate>()]);
        _warnings = new(() => [.. warnings, .. roots.Select(static root => root.Warning).OfType<string>()]);
        _bySubject = roots.GroupBy(static root => root.Subject)
            .ToDictionary(static group => group.Key, static group => new RootsOfOneName(group));
    }

    /// <summary>
    /// The roots of the operating system; found at the first use and kept for the life of the process. Each is read when a path asks for
    /// its name, or all when <see cref="Certificates"/> or <see cref="Warnings"/> are.
    /// </summary>
    public static TrustStore System => LazySystem.Value;

    /// <summary>Trusts nobody.</summary>
    public static TrustStore Empty { get; } = new([], []);

    /// <summary>The authorities trusted by this store.</summary>
    public IReadOnlyList<Certificate> Certificates => _certificates.Value;

    /// <summary>What was left out while reading, and why.</summary>
    public IReadOnlyList<string> Warnings => _warnings.Value;

    /// <summary>Trusts exactly these certificates (duplicates count once).</summary>
    public static TrustStore Of(params IEnumerable<Certificate> certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        return new TrustStore(RootsOf(certificates), []);
    }

    /// <summary>Trusts the certificates of a PEM text.</summary>
    /// <exception cref="CertificateException">There is none, or one is malformed.</exception>
    public static TrustStore FromPem(ReadOnlySpan<char> pem) => Of(Pem.ReadCertificates(pem));

    /// <summary>Trusts the certificates of a PEM (or DER) file.</summary>
    /// <exception cref="CertificateException">There is none, or one is malformed.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static TrustStore FromPemFile(string path) => Of(Pem.ReadCertificatesFromFile(path));

    /// <summary>Trusts what either store trusts.</summary>
    public TrustStore Add(TrustStore other) =>
        new(RootsOf(Certificates.Concat(other.Certificates)), [.. Warnings, .. other.Warnings]);

    /// <summary>Trusts these, which are not read yet.</summary>
    /// <param name="roots">No two are the same certificate.</param>
    /// <param name="warnings">What was left out.</param>
    internal static TrustStore Unread(IEnumerable<TrustedRoot> roots, IReadOnlyList<string> warnings) => new([.. roots], warnings);

    internal ReadOnlySpan<Certificate> FindBySubject(DistinguishedName subject) =>
        _bySubject.TryGetValue(subject, out RootsOfOneName? found) ? found.Certificates : [];

    internal bool Contains(Certificate certificate) => FindBySubject(certificate.Subject).Contains(certificate);

    private static TrustedRoot[] RootsOf(IEnumerable<Certificate> certificates) =>
        [.. certificates.Distinct().Select(static certificate => new TrustedRoot(certificate))];
}
