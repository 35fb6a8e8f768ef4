namespace Aksu.Cryptography;

/// <summary>A block cipher in CBC mode (SP 800-38A §6.2). Instances are immutable and thread-safe.</summary>
public abstract class CbcAlgorithm
{
    /// <summary>The name, e.g. <c>AES-128-CBC</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Length of a key in bytes.</summary>
    public abstract int KeySize { get; }

    /// <summary>Length of a block and of an initialization vector in bytes.</summary>
    public virtual int BlockSize => 16;

    /// <summary>Makes a cipher under <paramref name="key"/>, which is copied. The caller disposes it.</summary>
    /// <exception cref="ArgumentException">The key has another length.</exception>
    public abstract CbcCipher Create(ReadOnlySpan<byte> key);
}
