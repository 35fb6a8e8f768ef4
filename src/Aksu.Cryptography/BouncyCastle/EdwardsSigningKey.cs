using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.BouncyCastle;

internal sealed class EdwardsSigningKey : SigningKey
{
    private readonly EdwardsCurve _curve;
    private readonly Secret _seed;
    private readonly byte[] _publicKey;
    private readonly byte[] _publicKeyInfo;

    /// <summary>Takes over <paramref name="seed"/>.</summary>
    public EdwardsSigningKey(EdwardsCurve curve, Secret seed)
    {
        _curve = curve;
        _seed = seed;
        _publicKey = new byte[curve.KeySize];
        curve.DerivePublic(seed.Span, _publicKey);
        _publicKeyInfo = PublicKeyEncoding.Write(new KeyAlgorithm(curve.Kind), _publicKey);
    }

    public override KeyKind Kind => _curve.Kind;

    public override int KeySizeInBits => _curve.FieldBits;

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => _publicKeyInfo;

    public override int MaxSignatureSize => _curve.SignatureSize;

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm == _curve.Algorithm;

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        if (destination.Length < _curve.SignatureSize)
        {
            throw new ArgumentException("The destination is too short for the signature.", nameof(destination));
        }
        _curve.Sign(_seed.Span, _publicKey, data, destination[.._curve.SignatureSize]);
        return _curve.SignatureSize;
    }

    public override void Dispose() => _seed.Dispose();
}
