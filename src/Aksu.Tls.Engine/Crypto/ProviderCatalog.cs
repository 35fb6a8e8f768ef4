using System.Runtime.CompilerServices;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>
/// What a provider has behind each code point: looked up by name once, for a provider never changes. Thread-safe; lives as long as the
/// provider.
/// </summary>
internal sealed class ProviderCatalog
{
    private static readonly ConditionalWeakTable<CryptographyProvider, ProviderCatalog> Known = [];

    private ProviderCatalog(CryptographyProvider provider)
    {
        Suites13 = Suite13.AllOf(provider).ToDictionary(static suite => suite.Suite);
        Suites12 = Suite12.AllOf(provider).ToDictionary(static suite => suite.Suite);
        Groups = GroupRules.AllOf(provider).ToDictionary();
    }

    /// <summary>The suites of TLS 1.3 of which all primitives are there.</summary>
    public IReadOnlyDictionary<CipherSuite, Suite13> Suites13 { get; }

    /// <summary>The suites of TLS 1.2 and before of which all primitives are there.</summary>
    public IReadOnlyDictionary<CipherSuite, Suite12> Suites12 { get; }

    /// <summary>The groups of which the key exchange is there.</summary>
    public IReadOnlyDictionary<NamedGroup, KeyExchangeAlgorithm> Groups { get; }

    public static ProviderCatalog Of(CryptographyProvider provider) => Known.GetValue(provider, static key => new ProviderCatalog(key));
}
