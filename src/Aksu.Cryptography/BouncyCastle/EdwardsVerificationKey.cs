using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.BouncyCastle;

internal sealed class EdwardsVerificationKey(EdwardsCurve curve, EdwardsCurve.Verifier verifier) : VerificationKey
{
    public override KeyKind Kind => curve.Kind;

    public override int KeySizeInBits => curve.FieldBits;

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm == curve.Algorithm;

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        return signature.Length == curve.SignatureSize && verifier(data, signature);
    }

    public override void Dispose()
    {
        // Nothing secret and nothing native is held.
    }
}
