using Aksu.Pki.Trust;

namespace Aksu.Pki;

/// <summary>The authorities that are trusted, found by their name. Immutable and thread-safe; meant to be kept and shared.</summary>
public sealed class TrustStore
{
    private static readonly Lazy<TrustStore> LazySystem = new(SystemTrust.Read);

    private readonly Dictionary<DistinguishedName, Certificate[]> _bySubject;

    private TrustStore(Certificate[] certificates, IReadOnlyList<string> warnings)
    {
        Certificates = certificates;
        Warnings = warnings;
        _bySubject = certificates.GroupBy(static root => root.Subject).ToDictionary(static group => group.Key,
            static group => group.ToArray());
    }

    /// <summary>The roots of the operating system; read at the first use and kept for the life of the process.</summary>
    public static TrustStore System => LazySystem.Value;

    /// <summary>Trusts nobody.</summary>
    public static TrustStore Empty { get; } = new([], []);

    /// <summary>The authorities trusted by this store.</summary>
    public IReadOnlyList<Certificate> Certificates { get; }

    /// <summary>What was left out while reading, and why.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Trusts exactly these certificates (duplicates count once).</summary>
    public static TrustStore Of(params IEnumerable<Certificate> certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        return new TrustStore([.. certificates.Distinct()], []);
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
        new([.. Certificates.Concat(other.Certificates).Distinct()], [.. Warnings, .. other.Warnings]);

    internal static TrustStore WithWarnings(IEnumerable<Certificate> certificates, IReadOnlyList<string> warnings) =>
        new([.. certificates.Distinct()], warnings);

    internal ReadOnlySpan<Certificate> FindBySubject(DistinguishedName subject) =>
        _bySubject.TryGetValue(subject, out Certificate[]? found) ? found : [];

    internal bool Contains(Certificate certificate) => FindBySubject(certificate.Subject).Contains(certificate);
}
