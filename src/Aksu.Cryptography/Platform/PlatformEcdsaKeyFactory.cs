using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Platform;

/// <summary>ECDSA keys of the platform.</summary>
internal sealed class PlatformEcdsaKeyFactory : KeyFactory
{
    public override bool Handles(KeyKind kind) => kind is KeyKind.EcP256 or KeyKind.EcP384 or KeyKind.EcP521;

    public override VerificationKey? ImportPublic(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        PrimeCurve curve = PrimeCurve.Of(algorithm.Kind);
        if (curve.ReadPoint(key) is not { } point)
        {
            return null;
        }
        try
        {
            return new PlatformEcdsaVerificationKey(curve, ECDsa.Create(new ECParameters { Curve = curve.PlatformCurve, Q = point }));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public override SigningKey? ImportPrivate(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        var platformKey = ECDsa.Create();
        if (TryImport(platformKey, algorithm, key))
        {
            return new PlatformEcdsaSigningKey(PrimeCurve.Of(algorithm.Kind), platformKey);
        }
        platformKey.Dispose();
        return null;
    }

    /// <summary>Reads an ECPrivateKey into an object of the platform; false when it is not a valid key of that curve.</summary>
    public static bool TryImport(ECDsa platformKey, KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        PrimeCurve curve = PrimeCurve.Of(algorithm.Kind);
        byte[] scalar = GC.AllocateArray<byte>(curve.FieldSize, pinned: true);
        try
        {
            if (!EcPrivateKeyEncoding.TryRead(key, curve, scalar, out ECPoint point))
            {
                return false;
            }
            platformKey.ImportParameters(new ECParameters { Curve = curve.PlatformCurve, D = scalar, Q = point });
            return true;
        }
        catch (Exception exception) when (exception is CryptographicException or AsnContentException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    public override GeneratedKey Generate(KeyKind kind, int rsaKeySizeInBits)
    {
        PrimeCurve curve = PrimeCurve.Of(kind);
        ECDsa key = ECDsa.Create(curve.PlatformCurve);
        byte[] encoded = key.ExportECPrivateKey();
        try
        {
            return new GeneratedKey(new PlatformEcdsaSigningKey(curve, key), PrivateKeyEncoding.Write(new KeyAlgorithm(kind), encoded));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(encoded);
        }
    }
}
