namespace Aksu.Cryptography.Keys;

/// <summary>One source of signature keys of some kinds. Immutable and thread-safe.</summary>
internal abstract class KeyFactory
{
    public abstract bool Handles(KeyKind kind);

    /// <summary>Reads the content of a subjectPublicKey BIT STRING; null when it is not a valid key.</summary>
    public abstract VerificationKey? ImportPublic(KeyAlgorithm algorithm, ReadOnlySpan<byte> key);

    /// <summary>Reads the content of a PKCS#8 privateKey OCTET STRING; null when it is not a valid key.</summary>
    public abstract SigningKey? ImportPrivate(KeyAlgorithm algorithm, ReadOnlySpan<byte> key);

    public abstract GeneratedKey Generate(KeyKind kind, int rsaKeySizeInBits);
}
