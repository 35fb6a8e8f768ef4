using Aksu.Cryptography.Keys;
using Aksu.Cryptography.Platform;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// RSA keys: public keys are libcrypto's own, made from their two numbers at a tenth of what the platform's decoder costs; private keys
/// are the platform's, which signs as fast.
/// </summary>
internal sealed class LibCryptoRsaKeyFactory : KeyFactory
{
    private readonly PlatformRsaKeyFactory _platform = new();

    public override bool Handles(KeyKind kind) => kind is KeyKind.Rsa or KeyKind.RsaPss;

    public override VerificationKey? ImportPublic(KeyAlgorithm algorithm, ReadOnlySpan<byte> key) =>
        RsaPublicKeyEncoding.TryRead(key, out RsaPublicNumbers numbers) && LibCryptoRsaPublicKey.Make(numbers) is { } handle
            ? new LibCryptoRsaVerificationKey(algorithm, numbers.ModulusBits, handle)
            : null;

    public override SigningKey? ImportPrivate(KeyAlgorithm algorithm, ReadOnlySpan<byte> key) => _platform.ImportPrivate(algorithm, key);

    public override GeneratedKey Generate(KeyKind kind, int rsaKeySizeInBits) => _platform.Generate(kind, rsaKeySizeInBits);
}
