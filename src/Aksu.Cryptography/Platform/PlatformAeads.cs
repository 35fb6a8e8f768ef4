using System.Security.Cryptography;
using Aksu.Cryptography.Aeads;

namespace Aksu.Cryptography.Platform;

/// <summary>The authenticated ciphers of the platform.</summary>
internal static class PlatformAeads
{
    public static AeadAlgorithm Aes128Gcm { get; } = Gcm(AeadNames.Aes128Gcm, 16);

    public static AeadAlgorithm Aes256Gcm { get; } = Gcm(AeadNames.Aes256Gcm, 32);

    public static AeadAlgorithm ChaCha20Poly1305 { get; } =
        new NamedAeadAlgorithm(AeadNames.ChaCha20Poly1305, 32, 16, key => new PlatformChaCha20Poly1305(new ChaCha20Poly1305(key)));

    public static IReadOnlyList<AeadAlgorithm> CcmFamily { get; } =
    [
        Ccm(AeadNames.Aes128Ccm, 16, 16),
        Ccm(AeadNames.Aes256Ccm, 32, 16),
        Ccm(AeadNames.Aes128Ccm8, 16, 8),
        Ccm(AeadNames.Aes256Ccm8, 32, 8),
    ];

    private static NamedAeadAlgorithm Gcm(string name, int keySize) =>
        new(name, keySize, 16, key => new PlatformAesGcm(new AesGcm(key, 16)));

    private static NamedAeadAlgorithm Ccm(string name, int keySize, int tagSize) =>
        new(name, keySize, tagSize, key => new PlatformAesCcm(new AesCcm(key), tagSize));
}
