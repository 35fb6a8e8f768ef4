using Aksu.Cryptography.LibCrypto;

namespace Aksu.Cryptography.Composition;

/// <summary>Chooses, entry by entry, where each primitive comes from.</summary>
internal static class DefaultComposition
{
    public static CryptographyProvider Create() =>
        LibCryptoLibrary.IsAvailable ? LibCryptoComposition.Create(vectorized: true) : PlatformComposition.Create(vectorized: true);
}
