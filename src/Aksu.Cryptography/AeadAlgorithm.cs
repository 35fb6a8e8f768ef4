namespace Aksu.Cryptography;

/// <summary>An authenticated cipher (RFC 5116). Instances are immutable and thread-safe.</summary>
public abstract class AeadAlgorithm
{
    /// <summary>The registered name, e.g. <c>AEAD_AES_128_GCM</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Length of a key in bytes.</summary>
    public abstract int KeySize { get; }

    /// <summary>Length of a nonce in bytes; 12 for every cipher of TLS.</summary>
    public virtual int NonceSize => 12;

    /// <summary>Length of the tag in bytes.</summary>
    public abstract int TagSize { get; }

    /// <summary>Makes a cipher under <paramref name="key"/>, which is copied. The caller disposes it.</summary>
    public abstract Aead Create(ReadOnlySpan<byte> key);
}
