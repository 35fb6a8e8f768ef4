using Aksu.Cryptography.Aeads;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>The authenticated ciphers of libcrypto.</summary>
internal static class LibCryptoAeads
{
    public static AeadAlgorithm Aes128Gcm { get; } = Make(AeadNames.Aes128Gcm, 16, "AES-128-GCM"u8);

    public static AeadAlgorithm Aes256Gcm { get; } = Make(AeadNames.Aes256Gcm, 32, "AES-256-GCM"u8);

    public static AeadAlgorithm ChaCha20Poly1305 { get; } = Make(AeadNames.ChaCha20Poly1305, 32, "ChaCha20-Poly1305"u8);

    public static IReadOnlyList<AeadAlgorithm> CcmFamily { get; } =
    [
        MakeCcm(AeadNames.Aes128Ccm, 16, 16, "AES-128-CCM"u8),
        MakeCcm(AeadNames.Aes256Ccm, 32, 16, "AES-256-CCM"u8),
        MakeCcm(AeadNames.Aes128Ccm8, 16, 8, "AES-128-CCM"u8),
        MakeCcm(AeadNames.Aes256Ccm8, 32, 8, "AES-256-CCM"u8),
    ];

    private static NamedAeadAlgorithm Make(string name, int keySize, ReadOnlySpan<byte> algorithm)
    {
        nint cipher = NativeCipher.Fetch(algorithm);
        return new NamedAeadAlgorithm(name, keySize, LibCryptoAead.TagSize, key => new LibCryptoAead(cipher, key));
    }

    private static NamedAeadAlgorithm MakeCcm(string name, int keySize, int tagSize, ReadOnlySpan<byte> algorithm)
    {
        nint cipher = NativeCipher.Fetch(algorithm);
        return new NamedAeadAlgorithm(name, keySize, tagSize, key => new LibCryptoCcm(cipher, key, tagSize));
    }
}
