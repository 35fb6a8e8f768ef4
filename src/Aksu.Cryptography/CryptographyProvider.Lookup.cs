namespace Aksu.Cryptography;

public abstract partial class CryptographyProvider
{
    /// <summary>
    /// Hash functions that are broken and that old versions of TLS and old certificates still name: SHA-1 and MD5. They are in a list of
    /// their own so that nothing uses them without saying so.
    /// </summary>
    public virtual IReadOnlyList<HashFunction> LegacyHashes => [];

    /// <summary>Block ciphers in CBC mode, for the suites of TLS 1.2 and before that have no authenticated cipher.</summary>
    public virtual IReadOnlyList<CbcAlgorithm> CbcCiphers => [];

    /// <summary>
    /// Diffie-Hellman over the finite fields of RFC 7919, <c>ffdhe2048</c> to <c>ffdhe8192</c>: slow, and wanted by name only. Public
    /// values and secrets have the length of the prime, leading zeros included (RFC 9846 §7.4.1); TLS 1.2 strips those of the secret
    /// itself.
    /// </summary>
    public virtual IReadOnlyList<KeyExchangeAlgorithm> FiniteFieldKeyExchanges => [];

    /// <summary>The hash function of that name (e.g. <c>SHA-256</c>) in <see cref="Hashes"/>, or null.</summary>
    public HashFunction? FindHash(string name) => Find(Hashes, name, static hash => hash.Name);

    /// <summary>The hash function of that name (<c>SHA-1</c> or <c>MD5</c>) in <see cref="LegacyHashes"/>, or null.</summary>
    public HashFunction? FindLegacyHash(string name) => Find(LegacyHashes, name, static hash => hash.Name);

    /// <summary>The cipher of that registered name (e.g. <c>AEAD_AES_128_GCM</c>), or null.</summary>
    public AeadAlgorithm? FindAead(string name) => Find(Aeads, name, static aead => aead.Name);

    /// <summary>The cipher of that name (e.g. <c>AES-128-CBC</c>), or null.</summary>
    public CbcAlgorithm? FindCbcCipher(string name) => Find(CbcCiphers, name, static cipher => cipher.Name);

    /// <summary>The key exchange of that name (e.g. <c>x25519</c> or <c>ffdhe2048</c>) in either list, or null.</summary>
    public KeyExchangeAlgorithm? FindKeyExchange(string name) =>
        Find(KeyExchanges, name, static exchange => exchange.Name) ?? Find(FiniteFieldKeyExchanges, name, static exchange => exchange.Name);

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
