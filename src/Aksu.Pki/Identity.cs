using Aksu.Cryptography;
using Aksu.Pki.KeyFiles;
using Aksu.Pki.Revocation;

namespace Aksu.Pki;

/// <summary>
/// Who one is: a certificate, those of its authorities up to (usually without) the root, and the private key. Thread-safe; one identity
/// serves many connections. Disposing it wipes the key.
/// </summary>
public sealed class Identity : IDisposable
{
    private Identity(IReadOnlyList<Certificate> chain, SigningKey key, IReadOnlyList<string> warnings)
    {
        Chain = chain;
        Key = key;
        Warnings = warnings;
    }

    /// <summary>The certificates to send, one's own first, each certified by the next.</summary>
    public IReadOnlyList<Certificate> Chain { get; }

    /// <summary>One's own certificate.</summary>
    public Certificate Certificate => Chain[0];

    /// <summary>The private key that belongs to <see cref="Certificate"/>; owned by this identity.</summary>
    public SigningKey Key { get; }

    /// <summary>What had to be repaired in the given chain, in words; empty if nothing.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>
    /// Puts certificates in order and joins them with a key, which now belongs to the identity (it may sign elsewhere, e.g. in a key
    /// store).
    /// </summary>
    /// <exception cref="CertificateException">There is no certificate, or the key belongs to none of them.</exception>
    public static Identity Create(IEnumerable<Certificate> certificates, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentNullException.ThrowIfNull(key);
        var warnings = new List<string>();
        return new Identity(ChainOrder.Repair([.. certificates], key, warnings), key, warnings);
    }

    /// <summary>Reads certificates and a key from PEM texts, which may be one and the same.</summary>
    /// <param name="certificatePem">One's own certificate and its authorities.</param>
    /// <param name="keyPem">The private key: PKCS#8 (plain or encrypted), PKCS#1 or SEC 1.</param>
    /// <param name="passphrase">For an encrypted key.</param>
    /// <exception cref="CertificateException">Something is missing, malformed or encrypted otherwise, or the key belongs to none of the
    /// certificates.</exception>
    public static Identity FromPem(ReadOnlySpan<char> certificatePem, ReadOnlySpan<char> keyPem, string? passphrase = null)
    {
        IReadOnlyList<Certificate> certificates = Pem.ReadCertificates(certificatePem);
        return Join(certificates, PrivateKeyPem.Read(keyPem, passphrase, CryptographyProvider.Default));
    }

    /// <summary>
    /// Reads files in any of the usual forms: certificates in PEM or DER, the key in PKCS#8 (plain or encrypted), PKCS#1 or SEC 1; or both
    /// in one file, PEM or PKCS#12 (RFC 7292).
    /// </summary>
    /// <param name="certificatePath">One's own certificate and its authorities, or a PKCS#12 file.</param>
    /// <param name="keyPath">The private key; null where it stands in the first file.</param>
    /// <param name="passphrase">For an encrypted key or PKCS#12 file; null if there is none.</param>
    /// <exception cref="CertificateException">Something is missing, malformed or encrypted otherwise, or the key belongs to none of the
    /// certificates; the message names the file.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static Identity FromFiles(string certificatePath, string? keyPath = null, string? passphrase = null)
    {
        ArgumentNullException.ThrowIfNull(certificatePath);
        (IReadOnlyList<Certificate> certificates, SigningKey key) = IdentityFileReader.Read(certificatePath, keyPath, passphrase);
        try
        {
            return Join(certificates, key);
        }
        catch (CertificateException error)
        {
            throw error.In(keyPath ?? certificatePath);
        }
    }

    /// <summary>As <see cref="FromFiles"/>, with the key in a file of its own.</summary>
    /// <exception cref="CertificateException">As <see cref="FromFiles"/>.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static Identity FromPemFiles(string certificatePath, string keyPath, string? passphrase = null)
    {
        ArgumentNullException.ThrowIfNull(keyPath);
        return FromFiles(certificatePath, keyPath, passphrase);
    }

    /// <summary>Reads a PKCS#12 file's content (RFC 7292).</summary>
    /// <exception cref="CertificateException">The passphrase is wrong, something is malformed or missing, or the key belongs to none of the
    /// certificates.</exception>
    public static Identity FromPkcs12(ReadOnlySpan<byte> file, string passphrase)
    {
        ArgumentNullException.ThrowIfNull(passphrase);
        (List<Certificate> certificates, Secret privateKey) = Pkcs12File.Read(file, passphrase);
        using (privateKey)
        {
            return Join(certificates, CryptographyProvider.Default.ImportPrivateKey(privateKey.Span)
                ?? throw new CertificateException("The private key in the PKCS#12 file is of a kind that is not supported."));
        }
    }

    /// <summary>A DER OCSP response about <see cref="Certificate"/> to send along (stapling, RFC 6066 §8); empty for none.</summary>
    public ReadOnlyMemory<byte> OcspResponse { get; private init; }

    /// <summary>The same identity with an OCSP response to staple. Both have the one key: dispose of one of them.</summary>
    /// <param name="response">DER OCSPResponse (RFC 6960 §4.2.1); it is copied.</param>
    /// <exception cref="CertificateException">It can't be read, or is about another certificate.</exception>
    public Identity WithOcspResponse(ReadOnlySpan<byte> response)
    {
        var read = Revocation.OcspResponse.Parse(response);
        bool isAboutThis = Chain.Count == 1
            || read.Answers.Any(answer => OcspCertificateId.Matches(answer.CertificateId.Span, Chain[0], Chain[1]));
        return isAboutThis
            ? new Identity(Chain, Key, Warnings) { OcspResponse = response.ToArray() }
            : throw new CertificateException($"The OCSP response is not about the certificate of {Certificate}.");
    }

    /// <summary>The chain as a TLS Certificate message carries it: DER, one's own certificate first.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> DerChain => [.. Chain.Select(static certificate => certificate.Der)];

    /// <summary>Wipes the key. Connections that still sign with it will fail.</summary>
    public void Dispose() => Key.Dispose();

    private static Identity Join(IReadOnlyList<Certificate> certificates, SigningKey key)
    {
        try
        {
            return Create(certificates, key);
        }
        catch (CertificateException)
        {
            key.Dispose();
            throw;
        }
    }
}
