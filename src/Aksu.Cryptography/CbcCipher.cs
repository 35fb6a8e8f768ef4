namespace Aksu.Cryptography;

/// <summary>
/// A block cipher in CBC mode under one key, without padding and without authentication: only the old suites of TLS 1.2 and before stand
/// on it, with a MAC of their own. One thread at a time. Disposing wipes the key.
/// </summary>
public abstract class CbcCipher : IDisposable
{
    /// <summary>Encrypts whole blocks in place.</summary>
    /// <param name="initializationVector">One block.</param>
    /// <param name="blocks">A multiple of the block length, possibly none.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public abstract void Encrypt(ReadOnlySpan<byte> initializationVector, Span<byte> blocks);

    /// <summary>Decrypts whole blocks in place.</summary>
    /// <param name="initializationVector">One block.</param>
    /// <param name="blocks">A multiple of the block length, possibly none.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public abstract void Decrypt(ReadOnlySpan<byte> initializationVector, Span<byte> blocks);

    /// <inheritdoc/>
    public abstract void Dispose();
}
