using System.Runtime.Versioning;
using System.Security.Cryptography;
using Aksu.Cryptography.Keys;
using Aksu.Cryptography.Platform;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// ECDSA keys of libcrypto. A public key costs a tenth of the platform's, whose import multiplies the point by the curve's order: for
/// curves of cofactor 1 that finds nothing which being on the curve does not already say. Private keys are read and checked by the
/// platform.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class LibCryptoEcdsaKeyFactory : KeyFactory
{
    public override bool Handles(KeyKind kind) => kind is KeyKind.EcP256 or KeyKind.EcP384 or KeyKind.EcP521;

    public override VerificationKey? ImportPublic(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        LibCryptoPrimeCurve curve = LibCryptoPrimeCurve.Of(algorithm.Kind);
        return curve.ReadPublic(key) is { } handle ? new LibCryptoEcdsaVerificationKey(curve.Curve, handle) : null;
    }

    public override SigningKey? ImportPrivate(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        using var platformKey = new ECDsaOpenSsl();
        return PlatformEcdsaKeyFactory.TryImport(platformKey, algorithm, key)
            ? new LibCryptoEcdsaSigningKey(PrimeCurve.Of(algorithm.Kind), platformKey)
            : null;
    }

    public override GeneratedKey Generate(KeyKind kind, int rsaKeySizeInBits)
    {
        PrimeCurve curve = PrimeCurve.Of(kind);
        using var platformKey = new ECDsaOpenSsl(curve.PlatformCurve);
        byte[] encoded = platformKey.ExportECPrivateKey();
        try
        {
            return new GeneratedKey(
                new LibCryptoEcdsaSigningKey(curve, platformKey), PrivateKeyEncoding.Write(new KeyAlgorithm(kind), encoded));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(encoded);
        }
    }
}
