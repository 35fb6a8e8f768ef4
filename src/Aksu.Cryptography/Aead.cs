namespace Aksu.Cryptography;

/// <summary>
/// An authenticated cipher under one key. One thread at a time. Neither method allocates. Disposing wipes the key.
/// </summary>
public abstract class Aead : IDisposable
{
    /// <summary>
    /// Encrypts <paramref name="plaintext"/> into <paramref name="ciphertext"/> (same length; may be the very same memory, no other
    /// overlap) and writes the tag. The caller never repeats a nonce under one key.
    /// </summary>
    public abstract void Seal(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plaintext,
        Span<byte> ciphertext,
        Span<byte> tag,
        ReadOnlySpan<byte> associatedData);

    /// <summary>
    /// Checks the tag and decrypts <paramref name="ciphertext"/> into <paramref name="plaintext"/> (same length; may be the very same
    /// memory, no other overlap). False when anything was changed; then <paramref name="plaintext"/> holds nothing of use.
    /// </summary>
    public abstract bool TryOpen(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> tag,
        Span<byte> plaintext,
        ReadOnlySpan<byte> associatedData);

    /// <inheritdoc/>
    public abstract void Dispose();
}
