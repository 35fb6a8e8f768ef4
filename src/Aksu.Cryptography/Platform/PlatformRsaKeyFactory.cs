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
        if (TryImport(rsa, key, out int modulusBits))
        {
            return new PlatformRsaSigningKey(algorithm, modulusBits, rsa);
        }
        rsa.Dispose();
        return null;
    }

    public override GeneratedKey Generate(KeyKind kind, int rsaKeySizeInBits)
    {
        RSA rsa = RSA.Create(rsaKeySizeInBits);
        var algorithm = new KeyAlgorithm(kind);
        return new GeneratedKey(new PlatformRsaSigningKey(algorithm, rsaKeySizeInBits, rsa), Export(rsa, algorithm));
    }

    /// <summary>Reads an RSAPrivateKey into an object of the platform; false when it is not a valid key or outside of the bounds.</summary>
    public static bool TryImport(RSA rsa, ReadOnlySpan<byte> key, out int modulusBits)
    {
        modulusBits = 0;
        try
        {
            rsa.ImportRSAPrivateKey(key, out int read);
            if (read != key.Length || !RsaPublicKeyEncoding.TryRead(rsa.ExportRSAPublicKey(), out RsaPublicNumbers numbers))
            {
                return false;
            }
            modulusBits = numbers.ModulusBits;
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The key as PKCS#8.</summary>
    public static Secret Export(RSA rsa, KeyAlgorithm algorithm)
    {
        byte[] encoded = rsa.ExportRSAPrivateKey();
        try
        {
            return PrivateKeyEncoding.Write(algorithm, encoded);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(encoded);
        }
    }
}
