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
        ThrowIfWrongLengths(nonce, tag);
        cipher.Encrypt(nonce, plaintext, ciphertext, tag, associatedData);
    }

    public override bool TryOpen(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> tag,
        Span<byte> plaintext,
        ReadOnlySpan<byte> associatedData)
    {
        ThrowIfWrongLengths(nonce, tag);
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

    /// <summary>The platform's object takes many lengths; here a shorter tag would weaken the cipher unseen.</summary>
    private void ThrowIfWrongLengths(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> tag)
    {
        if (nonce.Length != 12 || tag.Length != tagSize)
        {
            throw new ArgumentException($"A nonce has 12 bytes and a tag {tagSize}.");
        }
    }
}
