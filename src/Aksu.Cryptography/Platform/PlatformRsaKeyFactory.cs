using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Platform;

/// <summary>RSA keys of the platform.</summary>
internal sealed class PlatformRsaKeyFactory : KeyFactory
{
    public override bool Handles(KeyKind kind) => kind is KeyKind.Rsa or KeyKind.RsaPss;

    public override VerificationKey? ImportPublic(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        if (!RsaPublicKeyEncoding.TryRead(key, out RsaPublicNumbers numbers))
        {
            return null;
        }
        var rsa = RSA.Create();
        try
        {
            rsa.ImportRSAPublicKey(key, out _);
            return new PlatformRsaVerificationKey(algorithm, numbers.ModulusBits, rsa);
        }
        catch (CryptographicException)
        {
            rsa.Dispose();
            return null;
        }
    }

    public override SigningKey? ImportPrivate(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportRSAPrivateKey(key, out int read);
            if (read == key.Length && RsaPublicKeyEncoding.TryRead(rsa.ExportRSAPublicKey(), out RsaPublicNumbers numbers))
            {
                return new PlatformRsaSigningKey(algorithm, numbers.ModulusBits, rsa);
            }
        }
        catch (CryptographicException)
        {
            // Falls through: not a key.
        }
        rsa.Dispose();
        return null;
    }

    public override GeneratedKey Generate(KeyKind kind, int rsaKeySizeInBits)
    {
        var algorithm = new KeyAlgorithm(kind);
        RSA rsa = RSA.Create(rsaKeySizeInBits);
        byte[] encoded = rsa.ExportRSAPrivateKey();
        try
        {
            return new GeneratedKey(new PlatformRsaSigningKey(algorithm, rsa.KeySize, rsa), PrivateKeyEncoding.Write(algorithm, encoded));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(encoded);
        }
    }
}
