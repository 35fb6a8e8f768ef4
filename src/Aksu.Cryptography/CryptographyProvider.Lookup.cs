namespace Aksu.Cryptography;

public abstract partial class CryptographyProvider
{
    /// <summary>
    /// Hash functions that are broken and that old versions of TLS and old certificates still name: SHA-1 and MD5. They are in a list of
    /// their own so that nothing uses them without saying so.
    /// </summary>
    public virtual IReadOnlyList<HashFunction> LegacyHashes => [];

    /// <summary>The hash function of that name (e.g. <c>SHA-256</c>) in <see cref="Hashes"/>, or null.</summary>
    public HashFunction? FindHash(string name) => Find(Hashes, name, static hash => hash.Name);

    /// <summary>The hash function of that name (<c>SHA-1</c> or <c>MD5</c>) in <see cref="LegacyHashes"/>, or null.</summary>
    public HashFunction? FindLegacyHash(string name) => Find(LegacyHashes, name, static hash => hash.Name);

    /// <summary>The cipher of that registered name (e.g. <c>AEAD_AES_128_GCM</c>), or null.</summary>
    public AeadAlgorithm? FindAead(string name) => Find(Aeads, name, static aead => aead.Name);

    /// <summary>The key exchange of that name (e.g. <c>x25519</c>), or null.</summary>
    public KeyExchangeAlgorithm? FindKeyExchange(string name) => Find(KeyExchanges, name, static exchange => exchange.Name);

    private static T? Find<T>(IReadOnlyList<T> entries, string name, Func<T, string> nameOf)
        where T : class
    {
        for (int i = 0; i < entries.Count; i++)
        {
            if (nameOf(entries[i]) == name)
            {
                return entries[i];
            }
        }
        return null;
    }
}
