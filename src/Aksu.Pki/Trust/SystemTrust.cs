using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aksu.Pki.Trust;

/// <summary>
/// Finds the roots that the operating system trusts, each once however often it lies there. Certificates that can't be read are left out
/// with a warning.
/// </summary>
internal sealed class SystemTrust
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

    // A certificate ends with its signature.
    private static readonly EqualityComparer<byte[]> SameBytes = EqualityComparer<byte[]>.Create(
        static (one, other) => one.AsSpan().SequenceEqual(other),
        static der => der.Length < sizeof(int) ? der.Length : BitConverter.ToInt32(der, der.Length - sizeof(int)));

    private readonly List<string> _warnings = [];
    private readonly List<TrustedRoot> _found = [];
    private readonly HashSet<byte[]> _known = new(SameBytes);

    private SystemTrust()
    {
    }

    public static TrustStore Read()
    {
        var system = new SystemTrust();
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
        {
            system.ReadPlatformStores();
        }
        else
        {
            system.ReadFiles();
        }

        if (system._found.Count == 0)
        {
            system._warnings.Add("No trusted root was found on this system: install its ca-certificates package, or give a file of roots.");
        }

        return TrustStore.Unread(system._found, system._warnings);
    }

    private void ReadFiles()
    {
        // The variables of OpenSSL, which people already set for other tools.
        string? file = Environment.GetEnvironmentVariable("SSL_CERT_FILE");
        string? folder = Environment.GetEnvironmentVariable("SSL_CERT_DIR");
        if (!string.IsNullOrEmpty(file) || !string.IsNullOrEmpty(folder))
        {
            if (!string.IsNullOrEmpty(file))
            {
                ReadFile(file);
            }

            foreach (string path in folder?.Split(':', StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                ReadFolder(path);
            }

            return;
        }

        if (BundleFiles.FirstOrDefault(File.Exists) is { } bundle)
        {
            ReadFile(bundle);
        }
        else if (Folders.FirstOrDefault(Directory.Exists) is { } path)
        {
            ReadFolder(path);
        }
    }

    private void ReadFolder(string path)
    {
        try
        {
            foreach (string file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
            {
                ReadFile(file);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _warnings.Add($"{path}: {error.Message}");
        }
    }

    private void ReadFile(string path)
    {
        try
        {
            foreach (PemBlock block in Pem.ReadBlocks(Encoding.UTF8.GetString(File.ReadAllBytes(path)), mustBeWhole: false))
            {
                using (block)
                {
                    if (block.Label == PemLabels.Certificate)
                    {
                        Add(block.Content, path);
                    }
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CertificateException)
        {
            _warnings.Add($"{path}: {error.Message}");
        }
    }

    private void ReadPlatformStores()
    {
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
                        Add(certificate.RawDataMemory.Span, location.ToString());
                    }
                }
            }
            catch (CryptographicException error)
            {
                _warnings.Add($"{location}: {error.Message}");
            }
        }
    }

    private void Add(ReadOnlySpan<byte> bytes, string origin)
    {
        byte[] der = bytes.ToArray();
        if (!_known.Add(der))
        {
            return;
        }

        try
        {
            _found.Add(new TrustedRoot(der, origin));
        }
        catch (CertificateException error)
        {
            _warnings.Add($"{origin}: {error.Message}");
        }
    }
}
