using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aksu.Pki.Trust;

/// <summary>Reads the roots that the operating system trusts. Certificates that can't be read are left out with a warning.</summary>
internal static class SystemTrust
{
    /// <summary>Where Linux distributions and BSDs keep their bundle; the first one that exists is read.</summary>
    private static readonly string[] BundleFiles =
    [
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
        "/usr/local/share/certs/ca-root-nss.crt",
    ];

    private static readonly string[] Folders = ["/etc/ssl/certs", "/etc/pki/tls/certs"];

    public static TrustStore Read()
    {
        var warnings = new List<string>();
        List<Certificate> found = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? ReadPlatformStores(warnings)
            : ReadFiles(warnings);
        if (found.Count == 0)
        {
            warnings.Add("No trusted root was found on this system: install its ca-certificates package, or give a file of roots.");
        }

        return TrustStore.WithWarnings(found, warnings);
    }

    private static List<Certificate> ReadFiles(List<string> warnings)
    {
        // The variables of OpenSSL, which people already set for other tools.
        string? file = Environment.GetEnvironmentVariable("SSL_CERT_FILE");
        string? folder = Environment.GetEnvironmentVariable("SSL_CERT_DIR");
        var found = new List<Certificate>();
        if (!string.IsNullOrEmpty(file) || !string.IsNullOrEmpty(folder))
        {
            if (!string.IsNullOrEmpty(file))
            {
                ReadFile(file, found, warnings);
            }

            foreach (string path in folder?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                ReadFolder(path, found, warnings);
            }

            return found;
        }

        if (BundleFiles.FirstOrDefault(File.Exists) is { } bundle)
        {
            ReadFile(bundle, found, warnings);
        }
        else if (Folders.FirstOrDefault(Directory.Exists) is { } path)
        {
            ReadFolder(path, found, warnings);
        }

        return found;
    }

    private static void ReadFolder(string path, List<Certificate> found, List<string> warnings)
    {
        try
        {
            foreach (string file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
            {
                ReadFile(file, found, warnings);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            warnings.Add($"{path}: {error.Message}");
        }
    }

    private static void ReadFile(string path, List<Certificate> found, List<string> warnings)
    {
        try
        {
            foreach (PemBlock block in Pem.ReadBlocks(Encoding.UTF8.GetString(File.ReadAllBytes(path)), mustBeWhole: false))
            {
                using (block)
                {
                    if (block.Label == PemLabels.Certificate)
                    {
                        Add(block.Content, path, found, warnings);
                    }
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CertificateException)
        {
            warnings.Add($"{path}: {error.Message}");
        }
    }

    private static List<Certificate> ReadPlatformStores(List<string> warnings)
    {
        var found = new List<Certificate>();
        foreach (StoreLocation location in (StoreLocation[])[StoreLocation.LocalMachine, StoreLocation.CurrentUser])
        {
            try
            {
                using var store = new X509Store(StoreName.Root, location);
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
                foreach (X509Certificate2 certificate in store.Certificates)
                {
                    using (certificate)
                    {
                        Add(certificate.RawDataMemory.Span, location.ToString(), found, warnings);
                    }
                }
            }
            catch (CryptographicException error)
            {
                warnings.Add($"{location}: {error.Message}");
            }
        }

        return found;
    }

    private static void Add(ReadOnlySpan<byte> der, string origin, List<Certificate> found, List<string> warnings)
    {
        try
        {
            found.Add(Certificate.Parse(der));
        }
        catch (CertificateException error)
        {
            warnings.Add($"{origin}: {error.Message}");
        }
    }
}
