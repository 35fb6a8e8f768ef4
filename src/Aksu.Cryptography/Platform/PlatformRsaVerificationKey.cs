using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Platform;

/// <summary>Verification writes to nothing in the platform's object, so that threads may share it.</summary>
internal sealed class PlatformRsaVerificationKey(KeyAlgorithm algorithm, int modulusBits, RSA key) : VerificationKey
{
    public override KeyKind Kind => algorithm.Kind;

    public override int KeySizeInBits => modulusBits;

    public override bool Supports(SignatureAlgorithm signatureAlgorithm) => signatureAlgorithm.FitsRsa(algorithm, modulusBits);

    public override bool Verify(SignatureAlgorithm signatureAlgorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(signatureAlgorithm), signatureAlgorithm);
        try
        {
            if (signatureAlgorithm == SignatureAlgorithm.RsaPkcs1Md5Sha1)
            {
                return Md5Sha1Signature.Verify(key.ExportParameters(includePrivateParameters: false), data, signature);
            }
            RSASignaturePadding padding = signatureAlgorithm.IsRsaPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
            return key.VerifyData(data, signature, signatureAlgorithm.Hash, padding);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public override bool SupportsKeyTransport => Kind == KeyKind.Rsa;

    public override int EncryptPreMasterSecret(ReadOnlySpan<byte> preMasterSecret, Span<byte> destination)
    {
        if (!SupportsKeyTransport)
        {
            throw new NotSupportedException("This key is not for key transport.");
        }
        PreMasterSecret.ThrowIfWrongLength(preMasterSecret);
        return key.TryEncrypt(preMasterSecret, destination, RSAEncryptionPadding.Pkcs1, out int written)
            ? written
            : throw new ArgumentException("The destination is too short for the ciphertext.", nameof(destination));
    }

    public override void Dispose() => key.Dispose();
}
