using System.Security.Cryptography;

namespace Aksu.Cryptography.Platform;

internal sealed class PlatformAesCcm(AesCcm cipher, int tagSize) : Aead
{
    public override void Seal(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plaintext,
        Span<byte> ciphertext,
        Span<byte> tag,
        ReadOnlySpan<byte> associatedData)
    {
        ThrowIfWrongLength(tag);
        cipher.Encrypt(nonce, plaintext, ciphertext, tag, associatedData);
    }

    public override bool TryOpen(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> tag,
        Span<byte> plaintext,
        ReadOnlySpan<byte> associatedData)
    {
        ThrowIfWrongLength(tag);
        try
        {
            cipher.Decrypt(nonce, ciphertext, tag, plaintext, associatedData);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    public override void Dispose() => cipher.Dispose();

    /// <summary>The platform's object takes any tag length; here a shorter one would weaken the cipher unseen.</summary>
    private void ThrowIfWrongLength(ReadOnlySpan<byte> tag)
    {
        if (tag.Length != tagSize)
        {
            throw new ArgumentException($"The tag has {tagSize} bytes.", nameof(tag));
        }
    }
}
