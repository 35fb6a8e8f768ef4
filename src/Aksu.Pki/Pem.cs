using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Pki.KeyFiles;

namespace Aksu.Pki;

/// <summary>Reads PEM text (RFC 7468). Text around the blocks is ignored; a block that is broken is an error that says which one.</summary>
public static class Pem
{
    /// <summary>Most blocks read from one text.</summary>
    public const int MaxBlocks = 10_000;

    /// <summary>All certificates of a text, in order.</summary>
    /// <exception cref="CertificateException">There is none, or one of them is malformed.</exception>
    public static IReadOnlyList<Certificate> ReadCertificates(ReadOnlySpan<char> pem)
    {
        var found = new List<Certificate>();
        foreach (PemBlock block in ReadBlocks(pem))
        {
            using (block)
            {
                if (block.Label == PemLabels.Certificate)
                {
                    found.Add(ReadCertificate(block, found.Count + 1));
                }
                else if (block.Label == PemLabels.TrustedCertificate)
                {
                    throw new CertificateException(
                        "A certificate is in OpenSSL's TRUSTED CERTIFICATE form; convert it: openssl x509 -in FILE -out NEW.");
                }
            }
        }

        return found.Count > 0 ? found : throw new CertificateException("The text holds no certificate (no block BEGIN CERTIFICATE).");
    }

    /// <summary>All certificates of a file, in order; a DER file with one certificate is read as well.</summary>
    /// <exception cref="CertificateException">There is none, or one of them is malformed.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IReadOnlyList<Certificate> ReadCertificatesFromFile(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            const byte Sequence = 0x30;
            return bytes is [Sequence, ..] ? [Certificate.Parse(bytes)] : ReadCertificates(System.Text.Encoding.UTF8.GetString(bytes));
        }
        catch (CertificateException error)
        {
            throw error.In(path);
        }
    }

    /// <summary>
    /// Writes a private key as PEM text: PKCS#8, encrypted (PBES2, AES-256) if there is a passphrase. The caller wipes the result when it
    /// has been stored.
    /// </summary>
    /// <param name="privateKeyInfo">DER PrivateKeyInfo (RFC 5958).</param>
    /// <param name="passphrase">Encrypts the key; null writes it in the clear.</param>
    public static char[] WritePrivateKey(ReadOnlySpan<byte> privateKeyInfo, string? passphrase = null) => passphrase is null
        ? PemEncoding.Write(PemLabels.PrivateKey, privateKeyInfo)
        : PemEncoding.Write(
            PemLabels.EncryptedPrivateKey, PasswordBasedEncryption.EncryptPrivateKey(privateKeyInfo, passphrase,
                CryptographyProvider.Default));

    /// <summary>All blocks of a text with their labels. The caller disposes each: it may be a key.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="mustBeWhole">Whether a block that begins and does not end is an error: the file may still be written.</param>
    /// <exception cref="CertificateException">A block is not base64, or cut off, or there are too many.</exception>
    internal static List<PemBlock> ReadBlocks(ReadOnlySpan<char> pem, bool mustBeWhole = true)
    {
        var found = new List<PemBlock>();
        while (PemEncoding.TryFind(pem, out PemFields fields))
        {
            byte[] content = new byte[fields.DecodedDataLength];
            if (!Convert.TryFromBase64Chars(pem[fields.Base64Data], content, out int length) || length != content.Length)
            {
                throw new CertificateException($"Block {found.Count + 1} of the PEM text is not base64.");
            }

            found.Add(new PemBlock(pem[fields.Label].ToString(), content));
            if (found.Count > MaxBlocks)
            {
                throw new CertificateException($"The PEM text holds more than {MaxBlocks} blocks.");
            }

            pem = pem[fields.Location.End..];
        }

        if (mustBeWhole && pem.Contains("-----BEGIN ", StringComparison.Ordinal))
        {
            found.ForEach(static block => block.Dispose());
            throw new CertificateException($"Block {found.Count + 1} of the PEM text is cut off or broken: it begins and does not end.");
        }

        return found;
    }

    private static Certificate ReadCertificate(PemBlock block, int number)
    {
        try
        {
            return Certificate.Parse(block.Content);
        }
        catch (CertificateException error)
        {
            throw new CertificateException($"Certificate {number} of the text: {error.Message}", error);
        }
    }
}
