namespace Aksu.Cryptography;

/// <summary>
/// The seam to primitives: ordered lists (order is preference) of what this process can do, each entry from where it is best.
/// Instances are immutable and thread-safe.
/// </summary>
public abstract partial class CryptographyProvider
{
    /// <summary>Hash functions: SHA-256, SHA-384, SHA-512; SHA-1 and MD5 are reached by name only where legacy needs them.</summary>
    public abstract IReadOnlyList<HashFunction> Hashes { get; }

    /// <summary>Authenticated ciphers, by registered name.</summary>
    public abstract IReadOnlyList<AeadAlgorithm> Aeads { get; }

    /// <summary>Key exchanges, most preferred first.</summary>
    public abstract IReadOnlyList<KeyExchangeAlgorithm> KeyExchanges { get; }

    /// <summary>Fills <paramref name="destination"/> with bytes nobody can foresee.</summary>
    public abstract void FillRandom(Span<byte> destination);

    /// <summary>Reads a public key from a DER SubjectPublicKeyInfo.</summary>
    /// <returns>The key, owned by the caller; null when the kind of key is not supported or the encoding is wrong.</returns>
    public abstract VerificationKey? ImportPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo);

    /// <summary>Reads a private key from a DER PKCS#8 PrivateKeyInfo (RFC 5958).</summary>
    /// <returns>The key, owned by the caller; null when the kind of key is not supported or the encoding is wrong.</returns>
    public abstract SigningKey? ImportPrivateKey(ReadOnlySpan<byte> pkcs8);

    /// <summary>Makes a fresh key pair and its PKCS#8 form.</summary>
    /// <param name="kind">The kind of key.</param>
    /// <param name="rsaKeySizeInBits">Length of the modulus for RSA kinds, in bits; ignored for others.</param>
    public abstract GeneratedKey GenerateKey(KeyKind kind, int rsaKeySizeInBits = 2048);
}
