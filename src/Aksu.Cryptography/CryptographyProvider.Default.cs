using Aksu.Cryptography.Composition;

namespace Aksu.Cryptography;

public abstract partial class CryptographyProvider
{
    private static readonly Lazy<CryptographyProvider> LazyDefault = new(DefaultComposition.Create);

    /// <summary>
    /// The best that this machine has, entry by entry: the platform's primitives, and BouncyCastle where the platform has none. Built
    /// on first use, then shared; never dispose of anything in it but what you made from it.
    /// </summary>
    public static CryptographyProvider Default => LazyDefault.Value;
}
