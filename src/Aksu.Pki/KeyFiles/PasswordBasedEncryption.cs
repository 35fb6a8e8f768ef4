using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;
using Aksu.Cryptography;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.KeyFiles;

/// <summary>
/// Encryption of keys under a passphrase: PBES2 with PBKDF2 (RFC 8018 §6.2), and for reading the triple DES of old PKCS#12 files (RFC 7292
/// app. C).
/// </summary>
internal static class PasswordBasedEncryption
{
    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";
    private const string HmacSha1 = "1.2.840.113549.2.7";
    private const string HmacSha256 = "1.2.840.113549.2.9";
    private const string HmacSha384 = "1.2.840.113549.2.10";
    private const string HmacSha512 = "1.2.840.113549.2.11";
    private const string Aes128Cbc = "2.16.840.1.101.3.4.1.2";
    private const string Aes192Cbc = "2.16.840.1.101.3.4.1.22";
    private const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    private const string TripleDesCbc = "1.2.840.113549.3.7";
    private const string ShaAndTripleDes = "1.2.840.113549.1.12.1.3";

    private const int MaxIterations = 10_000_000;
    private const int IterationsWhenWriting = 600_000;
    private const int SaltLength = 16;
    private const int AesBlockLength = 16;
    private const int Aes256KeyLength = 32;

    /// <summary>Decrypts a DER EncryptedPrivateKeyInfo (RFC 5958 §3). The caller disposes the result, a PrivateKeyInfo.</summary>
    /// <exception cref="CertificateException">The passphrase is wrong, or the structure or its algorithms are not known.</exception>
    public static Secret DecryptPrivateKey(ReadOnlySpan<byte> encrypted, string passphrase)
    {
        try
        {
            var outer = new DerReader(encrypted);
            DerReader info = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            ReadOnlySpan<byte> algorithm = info.ReadEncoded();
            ReadOnlySpan<byte> ciphertext = info.ReadOctetString();
            info.ThrowIfNotEmpty();
            return Decrypt(algorithm, ciphertext, passphrase);
        }
        catch (AsnContentException error)
        {
            throw new CertificateException("The encrypted private key is malformed.", error);
        }
    }

    /// <summary>Decrypts under the algorithm that a DER AlgorithmIdentifier names.</summary>
    /// <exception cref="AsnContentException">The structure is malformed.</exception>
    /// <exception cref="CertificateException">The passphrase is wrong, or the algorithms are not known.</exception>
    public static Secret Decrypt(ReadOnlySpan<byte> algorithmIdentifier, ReadOnlySpan<byte> ciphertext, string passphrase)
    {
        DerReader algorithm = new DerReader(algorithmIdentifier).ReadSequence();
        string oid = Oids.ToText(algorithm.ReadOid());
        DerReader parameters = algorithm.ReadSequence();
        algorithm.ThrowIfNotEmpty();
        return oid switch
        {
            Pbes2 => DecryptPbes2(parameters, ciphertext, passphrase),
            ShaAndTripleDes => DecryptPkcs12(parameters, ciphertext, passphrase),
            _ =>
                throw new CertificateException(
                    $"The file is encrypted in a way that is not supported ({oid}); encrypt it anew with AES (PBES2)."),
        };
    }

    /// <summary>Encrypts a PrivateKeyInfo with PBES2: PBKDF2 with HMAC-SHA-256, AES-256-CBC. Returns DER EncryptedPrivateKeyInfo.</summary>
    public static byte[] EncryptPrivateKey(ReadOnlySpan<byte> privateKeyInfo, string passphrase, CryptographyProvider provider)
    {
        byte[] salt = new byte[SaltLength];
        byte[] vector = new byte[AesBlockLength];
        provider.FillRandom(salt);
        provider.FillRandom(vector);
        byte[] key = DeriveKey(passphrase, salt, IterationsWhenWriting, HashAlgorithmName.SHA256, Aes256KeyLength);
        try
        {
            using var aes = Aes.Create();
            aes.Key = key;
            byte[] ciphertext = aes.EncryptCbc(privateKeyInfo, vector);
            return WriteEncrypted(salt, vector, ciphertext);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] WriteEncrypted(byte[] salt, byte[] vector, byte[] ciphertext)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Pbes2);
                using (writer.PushSequence())
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(Pbkdf2);
                        using (writer.PushSequence())
                        {
                            writer.WriteOctetString(salt);
                            writer.WriteInteger(IterationsWhenWriting);
                            using (writer.PushSequence())
                            {
                                writer.WriteObjectIdentifier(HmacSha256);
                                writer.WriteNull();
                            }
                        }
                    }

                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(Aes256Cbc);
                        writer.WriteOctetString(vector);
                    }
                }
            }

            writer.WriteOctetString(ciphertext);
        }

        return writer.Encode();
    }

    private static Secret DecryptPbes2(DerReader parameters, ReadOnlySpan<byte> ciphertext, string passphrase)
    {
        DerReader derivation = parameters.ReadSequence();
        DerReader cipher = parameters.ReadSequence();
        parameters.ThrowIfNotEmpty();
        if (Oids.ToText(derivation.ReadOid()) != Pbkdf2)
        {
            throw new CertificateException("The key is encrypted with a key derivation that is not supported; PBKDF2 is.");
        }

        DerReader pbkdf2 = derivation.ReadSequence();
        ReadOnlySpan<byte> salt = pbkdf2.ReadOctetString();
        int iterations = ReadIterations(ref pbkdf2);
        if (pbkdf2.NextIs(Asn1Tag.Integer))
        {
            pbkdf2.ReadInteger();
        }

        HashAlgorithmName hash = pbkdf2.IsEmpty ? HashAlgorithmName.SHA1 : Hash(Oids.ToText(pbkdf2.ReadSequence().ReadOid()));
        string cipherOid = Oids.ToText(cipher.ReadOid());
        ReadOnlySpan<byte> vector = cipher.ReadOctetString();
        int keyLength = cipherOid switch
        {
            Aes128Cbc => 16,
            Aes192Cbc or TripleDesCbc => 24,
            Aes256Cbc => Aes256KeyLength,
            _ => throw new CertificateException($"The key is encrypted with a cipher that is not supported ({cipherOid}); AES-CBC is."),
        };
        byte[] key = DeriveKey(passphrase, salt, iterations, hash, keyLength);
        return DecryptCbc(cipherOid == TripleDesCbc ? CreateTripleDes() : Aes.Create(), key, vector, ciphertext);
    }

    private static Secret DecryptPkcs12(DerReader parameters, ReadOnlySpan<byte> ciphertext, string passphrase)
    {
        ReadOnlySpan<byte> salt = parameters.ReadOctetString();
        int iterations = ReadIterations(ref parameters);
        byte[] password = Pkcs12KeyDerivation.Password(passphrase);
        byte[] key = Pkcs12KeyDerivation.Derive(HashAlgorithmName.SHA1, Pkcs12KeyDerivation.Purpose.Key, password, salt, iterations, 24);
        byte[] vector = Pkcs12KeyDerivation.Derive(HashAlgorithmName.SHA1, Pkcs12KeyDerivation.Purpose.Vector, password, salt, iterations,
            8);
        CryptographicOperations.ZeroMemory(password);
        return DecryptCbc(CreateTripleDes(), key, vector, ciphertext);
    }

    /// <summary>Takes over the cipher and the key: both are wiped here.</summary>
    private static Secret DecryptCbc(SymmetricAlgorithm cipher, byte[] key, ReadOnlySpan<byte> vector, ReadOnlySpan<byte> ciphertext)
    {
        byte[] plaintext = new byte[ciphertext.Length];
        try
        {
            cipher.Key = key;
            if (!cipher.TryDecryptCbc(ciphertext, vector, plaintext, out int length))
            {
                throw new CertificateException("The encrypted data could not be decrypted.");
            }

            return Secret.CopyOf(plaintext.AsSpan(0, length));
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            // Padding that does not fit means a wrong key; which of the two happened can't be told apart.
            throw CertificateException.PassphraseIsWrong("The passphrase is wrong, or the encrypted data is damaged.", error);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
            CryptographicOperations.ZeroMemory(key);
            cipher.Dispose();
        }
    }

    private static byte[] DeriveKey(string passphrase, ReadOnlySpan<byte> salt, int iterations, HashAlgorithmName hash, int length)
    {
        byte[] password = Encoding.UTF8.GetBytes(passphrase);
        try
        {
            return Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, hash, length);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(password);
        }
    }

    private static int ReadIterations(ref DerReader parameters)
    {
        int iterations = parameters.ReadNonNegative();
        return iterations is > 0 and <= MaxIterations
            ? iterations
            : throw new CertificateException($"The encryption asks for {iterations} iterations; 1 to {MaxIterations} are accepted.");
    }

    private static HashAlgorithmName Hash(string oid) => oid switch
    {
        HmacSha1 => HashAlgorithmName.SHA1,
        HmacSha256 => HashAlgorithmName.SHA256,
        HmacSha384 => HashAlgorithmName.SHA384,
        HmacSha512 => HashAlgorithmName.SHA512,
        _ => throw new CertificateException($"The key derivation uses a function that is not supported ({oid})."),
    };

#pragma warning disable CA5350 // Only to read files that others encrypted so; nothing is written with it.
    private static TripleDES CreateTripleDes() => TripleDES.Create();
#pragma warning restore CA5350
}
