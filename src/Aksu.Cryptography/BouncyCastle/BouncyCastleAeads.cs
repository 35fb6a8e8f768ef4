using Aksu.Cryptography.Aeads;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;

namespace Aksu.Cryptography.BouncyCastle;

/// <summary>The authenticated ciphers of BouncyCastle.</summary>
internal static class BouncyCastleAeads
{
    public static AeadAlgorithm ChaCha20Poly1305 { get; } = new NamedAeadAlgorithm(
        AeadNames.ChaCha20Poly1305, 32, 16, key => new BouncyCastleAead(new ChaCha20Poly1305(), key, 16));

    public static IReadOnlyList<AeadAlgorithm> CcmFamily { get; } =
    [
        Ccm(AeadNames.Aes128Ccm, 16, 16),
        Ccm(AeadNames.Aes256Ccm, 32, 16),
        Ccm(AeadNames.Aes128Ccm8, 16, 8),
        Ccm(AeadNames.Aes256Ccm8, 32, 8),
    ];

    private static NamedAeadAlgorithm Ccm(string name, int keySize, int tagSize) =>
        new(name, keySize, tagSize, key => new BouncyCastleAead(new CcmBlockCipher(AesUtilities.CreateEngine()), key, tagSize));
}
