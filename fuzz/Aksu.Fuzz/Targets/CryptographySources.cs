using Aksu.Cryptography;
using Aksu.Cryptography.Composition;
using Aksu.Cryptography.LibCrypto;

namespace Aksu.Fuzz.Targets;

/// <summary>Every source of primitives that this machine has: what one of them says, all have to.</summary>
internal static class CryptographySources
{
    /// <summary>The platform's and BouncyCastle's: no code of ours is below it.</summary>
    public static CryptographyProvider Reference { get; } = PlatformComposition.Create(vectorized: false);

    /// <summary>The others: what is taken by default, and libcrypto alone.</summary>
    public static IReadOnlyList<CryptographyProvider> Others { get; } = LibCryptoLibrary.IsAvailable
        ? [CryptographyProvider.Default, LibCryptoComposition.Create(vectorized: false)]
        : [CryptographyProvider.Default];

    /// <summary>Throws where two sources do not agree.</summary>
    public static void Compare(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, string what)
    {
        if (!expected.SequenceEqual(actual))
        {
            throw new FindException($"{what}: {Convert.ToHexString(actual)}, but the reference has {Convert.ToHexString(expected)}.");
        }
    }
}
