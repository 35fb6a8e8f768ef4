using System.Security.Cryptography;
using Aksu.Ca;
using Aksu.Cryptography;
using Aksu.Pki;

namespace Aksu.Interop.Tests.Peers;

/// <summary>
/// An authority and identities of every kind of key, as objects for us and as PEM files for peers. Made once for all tests.
/// </summary>
public sealed class CertificateFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aksu-interop-").FullName;
    private readonly EmbeddedAuthority _authority = EmbeddedAuthority.Create("Interop tests");
    private readonly Dictionary<string, IssuedFiles> _issued = [];
    private readonly Lock _gate = new();

    public CertificateFiles()
    {
        RootFile = Path.Combine(_folder, "root.pem");
        File.WriteAllText(RootFile, _authority.RootPem);
    }

    /// <summary>Every kind of key a certificate can have.</summary>
    public static IReadOnlyList<KeyKind> AllKinds { get; } =
        [KeyKind.EcP256, KeyKind.EcP384, KeyKind.EcP521, KeyKind.Rsa, KeyKind.RsaPss, KeyKind.Ed25519, KeyKind.Ed448];

    public string Folder => _folder;

    public string RootFile { get; }

    public TrustStore Trust => _authority.Trust;

    public Certificate Root => _authority.RootCertificate;

    /// <summary>A certificate for localhost and 127.0.0.1.</summary>
    public IssuedFiles Server(KeyKind kind = KeyKind.EcP256) =>
        Get("server-" + kind, new IssueOptions { Names = ["localhost", "127.0.0.1"], Key = new KeyRequest(kind) });

    /// <summary>A certificate for a client.</summary>
    public IssuedFiles Client(KeyKind kind = KeyKind.EcP256) =>
        Get(
            "client-" + kind,
            new IssueOptions { Names = ["client.example"], ForServer = false, ForClient = true, Key = new KeyRequest(kind) });

    public void Dispose()
    {
        foreach (IssuedFiles files in _issued.Values)
        {
            files.Identity.Dispose();
        }

        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private IssuedFiles Get(string name, IssueOptions options)
    {
        lock (_gate)
        {
            if (_issued.TryGetValue(name, out IssuedFiles? files))
            {
                return files;
            }

            Identity identity = _authority.Issue(options, out Secret pkcs8);
            string certificate = Path.Combine(_folder, name + ".pem");
            string key = Path.Combine(_folder, name + ".key.pem");
            File.WriteAllText(certificate, string.Concat(identity.Chain.Select(c => c.ToPem())));
            File.WriteAllText(key, PemEncoding.WriteString("PRIVATE KEY", pkcs8.Span));
            pkcs8.Dispose();
            return _issued[name] = new IssuedFiles(identity, certificate, key);
        }
    }
}

/// <summary>One identity and its files.</summary>
public sealed record IssuedFiles(Identity Identity, string CertificateFile, string KeyFile);
