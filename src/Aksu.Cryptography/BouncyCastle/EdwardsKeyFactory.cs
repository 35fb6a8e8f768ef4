using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.BouncyCastle;

/// <summary>Ed25519 and Ed448 keys (RFC 8032, encoded as in RFC 8410) of BouncyCastle.</summary>
internal sealed class EdwardsKeyFactory : KeyFactory
{
    public override bool Handles(KeyKind kind) => kind is KeyKind.Ed25519 or KeyKind.Ed448;

    public override VerificationKey? ImportPublic(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        EdwardsCurve curve = EdwardsCurve.Of(algorithm.Kind);
        return key.Length == curve.KeySize && curve.PrepareVerification(key) is { } verifier
            ? new EdwardsVerificationKey(curve, verifier)
            : null;
    }

    public override SigningKey? ImportPrivate(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        EdwardsCurve curve = EdwardsCurve.Of(algorithm.Kind);
        return EdwardsPrivateKeyEncoding.TryRead(key, curve.KeySize, out ReadOnlySpan<byte> seed)
            ? new EdwardsSigningKey(curve, Secret.CopyOf(seed))
            : null;
    }

    public override GeneratedKey Generate(KeyKind kind, int rsaKeySizeInBits)
    {
        EdwardsCurve curve = EdwardsCurve.Of(kind);
        var seed = new Secret(curve.KeySize);
        RandomNumberGenerator.Fill(seed.Span);
        return new GeneratedKey(new EdwardsSigningKey(curve, seed), EdwardsPrivateKeyEncoding.Write(kind, seed.Span));
    }
}
