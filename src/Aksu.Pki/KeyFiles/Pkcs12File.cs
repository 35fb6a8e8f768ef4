using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Pki.Asn1;

namespace Aksu.Pki.KeyFiles;

/// <summary>Reads PKCS#12 (RFC 7292): the certificates and the one private key of a file protected by a passphrase.</summary>
internal static class Pkcs12File
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string EncryptedData = "1.2.840.113549.1.7.6";
    private const string KeyBag = "1.2.840.113549.1.12.10.1.1";
    private const string ShroudedKeyBag = "1.2.840.113549.1.12.10.1.2";
    private const string CertificateBag = "1.2.840.113549.1.12.10.1.3";
    private const int MaxIterations = 10_000_000;

    /// <summary>The caller disposes the key (PrivateKeyInfo).</summary>
    /// <exception cref="CertificateException">The passphrase is wrong, or the file is malformed, or it has not exactly one key.</exception>
    public static (List<Certificate> Certificates, Secret PrivateKey) Read(ReadOnlySpan<byte> file, string passphrase)
    {
        var contents = new Contents();
        try
        {
            var outer = new DerReader(file);
            DerReader pfx = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            pfx.ReadInteger();
            ReadOnlySpan<byte> safe = ReadData(pfx.ReadSequence());
            if (pfx.IsEmpty)
            {
                throw new CertificateException("The PKCS#12 file has no integrity check (MAC).");
            }

            CheckMac(pfx.ReadSequence(), safe, passphrase);
            DerReader safes = new DerReader(safe).ReadSequence();
            while (!safes.IsEmpty)
            {
                ReadSafe(safes.ReadSequence(), passphrase, contents);
            }
        }
        catch (AsnContentException error)
        {
            contents.Key?.Dispose();
            throw new CertificateException("The PKCS#12 file is malformed, or not written in DER.", error);
        }

        return (contents.Certificates, contents.Key ?? throw new CertificateException("The PKCS#12 file holds no private key."));
    }

    private static ReadOnlySpan<byte> ReadData(DerReader contentInfo)
    {
        string type = Oids.ToText(contentInfo.ReadOid());
        return type == Data
            ? contentInfo.ReadSequence(ContextTag.Constructed(0)).ReadOctetString()
            : throw new CertificateException(
                "The PKCS#12 file is protected by a public key, which is not supported; protect it by a passphrase.");
    }

    private static void CheckMac(DerReader mac, ReadOnlySpan<byte> safe, string passphrase)
    {
        DerReader digestInfo = mac.ReadSequence();
        string hashOid = Oids.ToText(digestInfo.ReadSequence().ReadOid());
        ReadOnlySpan<byte> expected = digestInfo.ReadOctetString();
        ReadOnlySpan<byte> salt = mac.ReadOctetString();
        int iterations = mac.IsEmpty ? 1 : mac.ReadNonNegative();
        (HashAlgorithmName hash, int length) = hashOid switch
        {
            "1.3.14.3.2.26" => (HashAlgorithmName.SHA1, 20),
            "2.16.840.1.101.3.4.2.1" => (HashAlgorithmName.SHA256, 32),
            "2.16.840.1.101.3.4.2.2" => (HashAlgorithmName.SHA384, 48),
            "2.16.840.1.101.3.4.2.3" => (HashAlgorithmName.SHA512, 64),
            _ => throw new CertificateException($"The PKCS#12 file's integrity check uses a hash that is not supported ({hashOid})."),
        };
        if (salt.IsEmpty || iterations is 0 or > MaxIterations)
        {
            throw new CertificateException("The PKCS#12 file's integrity check has parameters that are not supported.");
        }

        byte[] password = Pkcs12KeyDerivation.Password(passphrase);
        byte[] key = Pkcs12KeyDerivation.Derive(hash, Pkcs12KeyDerivation.Purpose.Mac, password, salt, iterations, length);
        byte[] actual = CryptographicOperations.HmacData(hash, key, safe);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(password);
        if (!CryptographicOperations.FixedTimeEquals(actual, expected))
        {
            throw CertificateException.PassphraseIsWrong("The passphrase of the PKCS#12 file is wrong, or the file is damaged.");
        }
    }

    private static void ReadSafe(DerReader contentInfo, string passphrase, Contents contents)
    {
        string type = Oids.ToText(contentInfo.ReadOid());
        if (type == Data)
        {
            ReadBags(contentInfo.ReadSequence(ContextTag.Constructed(0)).ReadOctetString(), passphrase, contents);
        }
        else if (type == EncryptedData)
        {
            DerReader encryptedData = contentInfo.ReadSequence(ContextTag.Constructed(0)).ReadSequence();
            encryptedData.ReadInteger();
            DerReader content = encryptedData.ReadSequence();
            content.ReadOid();
            ReadOnlySpan<byte> algorithm = content.ReadEncoded();
            using Secret bags = PasswordBasedEncryption.Decrypt(algorithm, content.ReadOctetString(ContextTag.Primitive(0)), passphrase);
            ReadBags(bags.Span, passphrase, contents);
        }
        else
        {
            throw new CertificateException("The PKCS#12 file is encrypted for a public key, which is not supported.");
        }
    }

    private static void ReadBags(ReadOnlySpan<byte> safeContents, string passphrase, Contents contents)
    {
        DerReader bags = new DerReader(safeContents).ReadSequence();
        while (!bags.IsEmpty)
        {
            DerReader bag = bags.ReadSequence();
            string type = Oids.ToText(bag.ReadOid());
            DerReader value = bag.ReadSequence(ContextTag.Constructed(0));
            switch (type)
            {
                case KeyBag:
                    contents.Add(Secret.CopyOf(value.ReadEncoded()));
                    break;
                case ShroudedKeyBag:
                    contents.Add(PasswordBasedEncryption.DecryptPrivateKey(value.ReadEncoded(), passphrase));
                    break;
                case CertificateBag:
                    DerReader certificate = value.ReadSequence();
                    certificate.ReadOid();
                    contents.Certificates.Add(Certificate.Parse(certificate.ReadSequence(ContextTag.Constructed(0)).ReadOctetString()));
                    break;
            }
        }
    }

    private sealed class Contents
    {
        public List<Certificate> Certificates { get; } = [];

        public Secret? Key { get; private set; }

        public void Add(Secret key)
        {
            if (Key is not null)
            {
                key.Dispose();
                Key.Dispose();
                throw new CertificateException("The PKCS#12 file holds several private keys; one is expected.");
            }

            Key = key;
        }
    }
}
