using Aksu.Cryptography.Composition;
using Aksu.Cryptography.LibCrypto;

namespace Aksu.Cryptography.Tests;

/// <summary>Every provider there is on this machine, so that each test runs over all of them.</summary>
public static class Providers
{
    private const string Platform = "platform";
    private const string LibCrypto = "libcrypto";
    private const string Default = "default";

    private static readonly CryptographyProvider PlatformProvider = PlatformComposition.Create(vectorized: false);

    private static readonly CryptographyProvider? LibCryptoProvider =
        LibCryptoLibrary.IsAvailable ? LibCryptoComposition.Create(vectorized: false) : null;

    public static IReadOnlyList<string> AllNames { get; } =
        LibCryptoProvider is not null ? [Platform, LibCrypto, Default] : [Platform, Default];

    public static TheoryData<string> Names => [.. AllNames];

    public static CryptographyProvider Get(string name) => name switch
    {
        Platform => PlatformProvider,
        LibCrypto => LibCryptoProvider!,
        _ => CryptographyProvider.Default,
    };

    /// <summary>Every pair of a provider and something of it.</summary>
    public static TheoryData<string, string> With(Func<CryptographyProvider, IEnumerable<string>> entries)
    {
        var data = new TheoryData<string, string>();
        foreach (string provider in AllNames)
        {
            foreach (string entry in entries(Get(provider)))
            {
                data.Add(provider, entry);
            }
        }
        return data;
    }
}
