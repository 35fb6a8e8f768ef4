using System.Security.Cryptography;
using System.Text;
using Aksu.Cryptography;

namespace Aksu.Pki.KeyFiles;

/// <summary>Reads a chain and its key from one file or two, in whichever of the usual forms they are: PEM, DER, PKCS#12.</summary>
internal static class IdentityFileReader
{
    private const byte Sequence = 0x30;
    private const byte Integer = 0x02;

    /// <exception cref="CertificateException">A file is not what it should be; the message names it.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static (IReadOnlyList<Certificate> Certificates, SigningKey Key) Read(
        string certificatePath, string? keyPath, string? passphrase)
    {
        byte[] file = File.ReadAllBytes(certificatePath);
        if (IsPkcs12(file))
        {
            return keyPath is null || keyPath == certificatePath
                ? Naming(certificatePath, () => ReadPkcs12(file, passphrase))
                : throw new CertificateException(
                    $"{certificatePath}: This is a PKCS#12 file, which brings its key along: leave out {keyPath}.");
        }

        IReadOnlyList<Certificate> certificates = Pem.ReadCertificatesFromFile(certificatePath);
        if (keyPath is null && file is [Sequence, ..])
        {
            throw new CertificateException($"{certificatePath}: The file holds a certificate and no private key.");
        }

        string path = keyPath ?? certificatePath;
        return (certificates, Naming(path, () => ReadKey(path, passphrase)));
    }

    /// <summary>Certificates, keys and PKCS#12 are all sequences; only PFX (RFC 7292 §4) and PrivateKeyInfo begin with a number.</summary>
    private static bool IsPkcs12(ReadOnlySpan<byte> file)
    {
        if (file is not [Sequence, ..] || file.Length < 2)
        {
            return false;
        }

        const byte LongForm = 0x80;
        int lengthOctets = file[1] > LongForm ? file[1] - LongForm : 0;
        return file.Length > 2 + lengthOctets && file[2 + lengthOctets] == Integer;
    }

    private static (IReadOnlyList<Certificate> Certificates, SigningKey Key) ReadPkcs12(byte[] file, string? passphrase)
    {
        (List<Certificate> certificates, Secret privateKey) = OpenPkcs12(file, passphrase);
        using (privateKey)
        {
            return (certificates, Import(privateKey.Span));
        }
    }

    private static (List<Certificate> Certificates, Secret PrivateKey) OpenPkcs12(byte[] file, string? passphrase)
    {
        try
        {
            return Pkcs12File.Read(file, passphrase ?? "");
        }
        catch (CertificateException error) when (passphrase is null && error.IsWrongPassphrase)
        {
            throw CertificateException.PassphraseIsMissing("The PKCS#12 file is encrypted: a passphrase is needed.");
        }
    }

    private static SigningKey ReadKey(string path, string? passphrase)
    {
        byte[] bytes = File.ReadAllBytes(path);
        char[] text = [];
        try
        {
            if (bytes is [Sequence, ..])
            {
                return ReadDer(bytes, passphrase);
            }

            // Not as a string: this way the text of the key can be wiped.
            text = Encoding.UTF8.GetChars(bytes);
            return PrivateKeyPem.Read(text, passphrase, CryptographyProvider.Default);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            Array.Clear(text);
        }
    }

    /// <summary>PKCS#8 without PEM around it: PrivateKeyInfo begins with its version, EncryptedPrivateKeyInfo does not.</summary>
    private static SigningKey ReadDer(ReadOnlySpan<byte> der, string? passphrase)
    {
        if (IsPkcs12(der))
        {
            return Import(der);
        }

        using Secret key = PasswordBasedEncryption.DecryptPrivateKey(
            der, passphrase ?? throw CertificateException.PassphraseIsMissing("The private key is encrypted: a passphrase is needed."));
        return Import(key.Span);
    }

    private static SigningKey Import(ReadOnlySpan<byte> privateKeyInfo) => CryptographyProvider.Default.ImportPrivateKey(privateKeyInfo)
        ?? throw new CertificateException(
            "The private key is malformed or of a kind that is not supported (RSA, ECDSA P-256/384/521, Ed25519, Ed448 are).");

    private static T Naming<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CertificateException error)
        {
            throw error.In(path);
        }
    }
}
