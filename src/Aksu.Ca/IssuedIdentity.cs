using System.Text;
using Aksu.Ca.Storage;
using Aksu.Cryptography;
using Aksu.Pki;

namespace Aksu.Ca;

/// <summary>
/// A certificate that was just issued, with what its owner needs: the chain, and the private key if it was made here. Disposing it wipes
/// the key.
/// </summary>
public sealed class IssuedIdentity : IDisposable
{
    private readonly Secret? _privateKeyInfo;

    internal IssuedIdentity(IReadOnlyList<Certificate> chain, Secret? privateKeyInfo)
    {
        Chain = chain;
        _privateKeyInfo = privateKeyInfo;
    }

    /// <summary>The certificate first, then its authorities without the root.</summary>
    public IReadOnlyList<Certificate> Chain { get; }

    /// <summary>The certificate.</summary>
    public Certificate Certificate => Chain[0];

    /// <summary>Whether the private key is here; not so if a request brought the public one.</summary>
    public bool HasPrivateKey => _privateKeyInfo is not null;

    /// <summary>The chain as PEM text.</summary>
    public string ChainPem => string.Concat(Chain.Select(static certificate => certificate.ToPem()));

    /// <summary>The name that files about this certificate begin with: its first name, with what file systems dislike replaced.</summary>
    public string FileName
    {
        get
        {
            string name = Certificate.SubjectAlternativeNames[0].ToString();
            name = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
            return string.Concat(
                name.Select(static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '@' ? character : '_'));
        }
    }

    /// <summary>Writes NAME.pem, the chain, and NAME.key.pem, the private key (readable by the owner alone), each atomically.</summary>
    /// <param name="folder">Where to; made if it is not there.</param>
    /// <param name="passphrase">Encrypts the private key; null writes it in the clear.</param>
    /// <returns>The paths of the two files; the second is null if there is no private key.</returns>
    /// <exception cref="IOException">A file can't be written.</exception>
    public (string CertificatePath, string? KeyPath) WriteFiles(string folder, string? passphrase = null)
    {
        Directory.CreateDirectory(folder);
        string certificatePath = Path.Combine(folder, FileName + ".pem");
        string? keyPath = null;
        if (_privateKeyInfo is { } key)
        {
            keyPath = Path.Combine(folder, FileName + ".key.pem");
            KeyFile.Write(keyPath, key, passphrase);
        }

        AtomicFile.Write(certificatePath, Encoding.UTF8.GetBytes(ChainPem), isPublic: true);
        return (certificatePath, keyPath);
    }

    /// <inheritdoc/>
    public void Dispose() => _privateKeyInfo?.Dispose();
}
