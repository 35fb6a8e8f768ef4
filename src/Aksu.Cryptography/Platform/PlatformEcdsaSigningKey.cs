using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Platform;

/// <summary>Signing writes to nothing in the platform's object, so that threads may share it.</summary>
internal sealed class PlatformEcdsaSigningKey : SigningKey
{
    private readonly PrimeCurve _curve;
    private readonly ECDsa _key;
    private readonly byte[] _publicKey;

    public PlatformEcdsaSigningKey(PrimeCurve curve, ECDsa key)
    {
        _curve = curve;
        _key = key;
        byte[] point = PrimeCurve.WritePoint(key.ExportParameters(includePrivateParameters: false).Q);
        _publicKey = PublicKeyEncoding.Write(new KeyAlgorithm(curve.Kind), point);
    }

    public override KeyKind Kind => _curve.Kind;

    public override int KeySizeInBits => _curve.Bits;

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => _publicKey;

    public override int MaxSignatureSize => _key.GetMaxSignatureSize(DSASignatureFormat.Rfc3279DerSequence);

    public override bool Supports(SignatureAlgorithm algorithm) => algorithm.IsEcdsa;

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        SignatureAlgorithmTraits.ThrowIfUnsupported(Supports(algorithm), algorithm);
        return _key.TrySignData(data, destination, algorithm.Hash, DSASignatureFormat.Rfc3279DerSequence, out int written)
            ? written
            : throw new ArgumentException("The destination is too short for the signature.", nameof(destination));
    }

    public override void Dispose() => _key.Dispose();
}
