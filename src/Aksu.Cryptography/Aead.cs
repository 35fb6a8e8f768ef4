namespace Aksu.Cryptography;

/// <summary>
/// An authenticated cipher under one key. One thread at a time. No method allocates. Disposing wipes the key.
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
    /// Encrypts <paramref name="plaintext"/> and one byte behind it, which is what a record of TLS 1.3 holds (RFC 9846 §5.2): so the caller
    /// need not put the two together. The ciphertext is one byte longer than the plaintext, and overlaps it nowhere.
    /// </summary>
    public virtual void Seal(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plaintext,
        byte suffix,
        Span<byte> ciphertext,
        Span<byte> tag,
        ReadOnlySpan<byte> associatedData)
    {
        if (ciphertext.Length != plaintext.Length + 1)
        {
            throw new ArgumentException("The ciphertext is one byte longer than the plaintext.", nameof(ciphertext));
        }

        plaintext.CopyTo(ciphertext);
        ciphertext[plaintext.Length] = suffix;
        Seal(nonce, ciphertext, ciphertext, tag, associatedData);
    }

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
