using System.Formats.Asn1;
using Aksu.Cryptography;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.KeyFiles;

/// <summary>
/// Reads one private key from PEM: PKCS#8, plain or encrypted, PKCS#1 and SEC 1. No error message holds anything of the key.
/// </summary>
internal static class PrivateKeyPem
{
    /// <exception cref="CertificateException">There is no key or more than one, the passphrase is missing or wrong, or the key is of an
    /// unsupported kind.</exception>
    public static SigningKey Read(ReadOnlySpan<char> pem, string? passphrase, CryptographyProvider provider)
    {
        List<PemBlock> blocks = ReadBlocks(pem);
        try
        {
            PemBlock[] keys = [.. blocks.Where(static block => block.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal))];
            if (keys.Length != 1)
            {
                throw new CertificateException(keys.Length == 0
                    ? "The text holds no private key (no block BEGIN PRIVATE KEY)."
                    : "The text holds several private keys; one is expected.");
            }

            using Secret privateKeyInfo = ToPkcs8(keys[0], blocks, passphrase);
            return provider.ImportPrivateKey(privateKeyInfo.Span)
                ?? throw new CertificateException(
                    "The private key is malformed or of a kind that is not supported (RSA, ECDSA P-256/384/521, Ed25519, Ed448 are).");
        }
        finally
        {
            blocks.ForEach(static block => block.Dispose());
        }
    }

    private static List<PemBlock> ReadBlocks(ReadOnlySpan<char> pem)
    {
        // OpenSSL's old encryption keeps its parameters in headers, which PEM readers of today don't take for a block at all.
        if (pem.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal))
        {
            throw new CertificateException(
                "The private key is encrypted in OpenSSL's old format, which is weak; convert it: openssl pkcs8 -topk8 -in FILE -out NEW.");
        }

        return Pem.ReadBlocks(pem);
    }

    private static Secret ToPkcs8(PemBlock block, List<PemBlock> blocks, string? passphrase)
    {
        try
        {
            return block.Label switch
            {
                PemLabels.PrivateKey => Secret.CopyOf(block.Content),
                PemLabels.EncryptedPrivateKey => PasswordBasedEncryption.DecryptPrivateKey(
                    block.Content, passphrase
                        ?? throw CertificateException.PassphraseIsMissing("The private key is encrypted: a passphrase is needed.")),
                PemLabels.RsaPrivateKey => Wrap("1.2.840.113549.1.1.1", null, block.Content),
                PemLabels.EcPrivateKey => Wrap("1.2.840.10045.2.1", CurveOf(block, blocks), block.Content),
                _ =>
                    throw new CertificateException(
                        $"Private keys of the form {block.Label} are not supported; convert it: openssl pkcs8 -topk8 -nocrypt."),
            };
        }
        catch (AsnContentException error)
        {
            throw new CertificateException("The private key is malformed.", error);
        }
    }

    /// <summary>The curve stands inside the key (RFC 5915), or in a block of its own in front of it.</summary>
    private static byte[] CurveOf(PemBlock block, List<PemBlock> blocks)
    {
        DerReader key = new DerReader(block.Content).ReadSequence();
        key.ReadInteger();
        key.ReadOctetString();
        if (key.NextIs(ContextTag.Constructed(0)))
        {
            return key.ReadSequence(ContextTag.Constructed(0)).ReadEncoded().ToArray();
        }

        return blocks.Find(static other => other.Label == PemLabels.EcParameters) is { } parameters
            ? parameters.Content.ToArray()
            : throw new CertificateException("The private key does not say on which curve it is.");
    }

    /// <summary>PrivateKeyInfo (RFC 5958) around a key in its own format.</summary>
    private static Secret Wrap(string algorithm, byte[]? parameters, ReadOnlySpan<byte> key)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(algorithm);
                if (parameters is null)
                {
                    writer.WriteNull();
                }
                else
                {
                    writer.WriteEncodedValue(parameters);
                }
            }

            writer.WriteOctetString(key);
        }

        var wrapped = new Secret(writer.GetEncodedLength());
        writer.Encode(wrapped.Span);
        writer.Reset();
        return wrapped;
    }
}
