namespace Aksu.Cryptography.LibCrypto;

/// <summary>AES-CBC of libcrypto.</summary>
internal sealed class LibCryptoCbcAlgorithm(int keySize, nint cipher) : CbcAlgorithm
{
    public static IReadOnlyList<CbcAlgorithm> All { get; } =
    [
        new LibCryptoCbcAlgorithm(16, NativeCipher.Fetch("AES-128-CBC"u8)),
        new LibCryptoCbcAlgorithm(32, NativeCipher.Fetch("AES-256-CBC"u8)),
    ];

    public override string Name { get; } = $"AES-{keySize * 8}-CBC";

    public override int KeySize => keySize;

    public override CbcCipher Create(ReadOnlySpan<byte> key)
    {
        if (key.Length != keySize)
        {
            throw new ArgumentException($"{Name} takes a key of {keySize} bytes.", nameof(key));
        }
        return new LibCryptoCbcCipher(cipher, key);
    }
}
