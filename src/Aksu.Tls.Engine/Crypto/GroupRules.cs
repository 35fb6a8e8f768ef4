using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>Which key exchange stands behind a group.</summary>
internal static class GroupRules
{
    private static readonly NamedGroup[] Known =
    [
        NamedGroup.Secp256r1, NamedGroup.Secp384r1, NamedGroup.Secp521r1, NamedGroup.X25519, NamedGroup.X448,
        NamedGroup.Ffdhe2048, NamedGroup.Ffdhe3072, NamedGroup.Ffdhe4096, NamedGroup.Ffdhe6144, NamedGroup.Ffdhe8192,
        NamedGroup.X25519MlKem768,
    ];

    /// <summary>The key exchange of a group; null when the group is unknown, or the provider does not have it.</summary>
    public static KeyExchangeAlgorithm? Resolve(NamedGroup group, CryptographyProvider provider) =>
        ProviderCatalog.Of(provider).Groups.GetValueOrDefault(group);

    /// <summary>All groups whose key exchange a provider has.</summary>
    public static IEnumerable<KeyValuePair<NamedGroup, KeyExchangeAlgorithm>> AllOf(CryptographyProvider provider)
    {
        foreach (NamedGroup group in Known)
        {
            if (provider.FindKeyExchange(group.ToString()) is { } exchange)
            {
                yield return new(group, exchange);
            }
        }
    }
}
