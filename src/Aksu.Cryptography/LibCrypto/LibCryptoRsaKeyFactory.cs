using System.Runtime.Versioning;
using System.Security.Cryptography;
using Aksu.Cryptography.Keys;
using Aksu.Cryptography.Platform;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// RSA keys: public keys are libcrypto's own, made from their two numbers at a tenth of what the platform's decoder costs; private keys
/// are read and checked by the platform.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class LibCryptoRsaKeyFactory : KeyFactory
{
    public override bool Handles(KeyKind kind) => kind is KeyKind.Rsa or KeyKind.RsaPss;

    public override VerificationKey? ImportPublic(KeyAlgorithm algorithm, ReadOnlySpan<byte> key) =>
        RsaPublicKeyEncoding.TryRead(key, out RsaPublicNumbers numbers) && LibCryptoRsaPublicKey.Make(numbers) is { } handle
            ? new LibCryptoRsaVerificationKey(algorithm, numbers.ModulusBits, handle)
            : null;

    public override SigningKey? ImportPrivate(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        var rsa = new RSAOpenSsl();
        if (PlatformRsaKeyFactory.TryImport(rsa, key, out int modulusBits))
        {
            return new LibCryptoRsaSigningKey(algorithm, modulusBits, rsa);
        }
        rsa.Dispose();
        return null;
    }

    public override GeneratedKey Generate(KeyKind kind, int rsaKeySizeInBits)
    {
        var rsa = new RSAOpenSsl(rsaKeySizeInBits);
        var algorithm = new KeyAlgorithm(kind);
        return new GeneratedKey(
            new LibCryptoRsaSigningKey(algorithm, rsaKeySizeInBits, rsa), PlatformRsaKeyFactory.Export(rsa, algorithm));
    }
}
