namespace Aksu.Pki.Revocation;

/// <summary>Revocation lists at hand, found by their issuer. Immutable and thread-safe.</summary>
public sealed class CrlStore
{
    private static readonly string[] Extensions = [".crl", ".pem", ".der"];

    private readonly ILookup<DistinguishedName, CertificateRevocationList> _byIssuer;

    private CrlStore(IEnumerable<CertificateRevocationList> lists, IReadOnlyList<string> warnings)
    {
        // The newest first: it decides where several lists are good.
        _byIssuer = lists.OrderByDescending(static list => list.ThisUpdate).ToLookup(static list => list.Issuer);
        Warnings = warnings;
    }

    /// <summary>No lists.</summary>
    public static CrlStore Empty { get; } = new([], []);

    /// <summary>What was left out while reading, and why.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>These lists.</summary>
    public static CrlStore Of(params IEnumerable<CertificateRevocationList> lists) => new(lists, []);

    /// <summary>
    /// The lists in a folder's files (<c>.crl</c>, <c>.pem</c>, <c>.der</c>; PEM or DER). Files that can't be read are left out with a
    /// warning.
    /// </summary>
    /// <exception cref="IOException">The folder can't be read.</exception>
    public static CrlStore FromFolder(string path)
    {
        var lists = new List<CertificateRevocationList>();
        var warnings = new List<string>();
        foreach (string file in Directory.EnumerateFiles(path).Where(IsList).Order(StringComparer.Ordinal))
        {
            try
            {
                lists.Add(ReadFile(file));
            }
            catch (Exception error) when (error is CertificateException or IOException or UnauthorizedAccessException)
            {
                warnings.Add($"{file}: {error.Message}");
            }
        }

        return new CrlStore(lists, warnings);
    }

    /// <summary>Reads one list from a file, PEM or DER.</summary>
    /// <exception cref="CertificateException">The file holds no revocation list.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static CertificateRevocationList ReadFile(string path)
    {
        const byte Sequence = 0x30;
        byte[] bytes = File.ReadAllBytes(path);
        return bytes is [Sequence, ..]
            ? CertificateRevocationList.Parse(bytes)
            : CertificateRevocationList.ParsePem(System.Text.Encoding.UTF8.GetString(bytes));
    }

    internal IEnumerable<CertificateRevocationList> Find(DistinguishedName issuer) => _byIssuer[issuer];

    private static bool IsList(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
