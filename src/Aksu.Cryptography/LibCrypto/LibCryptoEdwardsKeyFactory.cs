using System.Security.Cryptography;
using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>Ed25519 and Ed448 keys (RFC 8032, encoded as in RFC 8410) of libcrypto.</summary>
internal sealed class LibCryptoEdwardsKeyFactory : KeyFactory
{
    public override bool Handles(KeyKind kind) => kind is KeyKind.Ed25519 or KeyKind.Ed448;

    public override VerificationKey? ImportPublic(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        LibCryptoEdwardsCurve curve = LibCryptoEdwardsCurve.Of(algorithm.Kind);
        return curve.ReadPublic(key) is { } handle ? new LibCryptoEdwardsVerificationKey(curve, handle) : null;
    }

    public override SigningKey? ImportPrivate(KeyAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        LibCryptoEdwardsCurve curve = LibCryptoEdwardsCurve.Of(algorithm.Kind);
        return EdwardsPrivateKeyEncoding.TryRead(key, curve.KeySize, out ReadOnlySpan<byte> seed)
            ? new LibCryptoEdwardsSigningKey(curve, curve.ReadPrivate(seed))
            : null;
    }

    public override GeneratedKey Generate(KeyKind kind, int rsaKeySizeInBits)
    {
        LibCryptoEdwardsCurve curve = LibCryptoEdwardsCurve.Of(kind);
        using var seed = new Secret(curve.KeySize);
        RandomNumberGenerator.Fill(seed.Span);
        return new GeneratedKey(
            new LibCryptoEdwardsSigningKey(curve, curve.ReadPrivate(seed.Span)), EdwardsPrivateKeyEncoding.Write(kind, seed.Span));
    }
}
