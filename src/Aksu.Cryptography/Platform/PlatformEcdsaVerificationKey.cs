using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Platform;

/// <summary>Verification writes to nothing in the platform's object, so that threads may share it.</summary>
internal sealed class PlatformEcdsaVerificationKey(PrimeCurve curve, ECDsa key) : VerificationKey
{
    public override KeyKind Kind => curve.Kind;

    public override int KeySizeInBits => curve.Bits;

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm.IsEcdsa;

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        try
        {
            return key.VerifyData(data, signature, algorithm.Hash, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public override void Dispose() => key.Dispose();
}
