using System.Buffers;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Aksu.Cryptography.BouncyCastle;

/// <summary>
/// An authenticated cipher of BouncyCastle, for platforms that lack one (AES-CCM on macOS, ChaCha20-Poly1305 on older Windows). The
/// library makes objects for each record; nothing here is on a path where that counts.
/// </summary>
internal sealed class BouncyCastleAead(IAeadCipher cipher, ReadOnlySpan<byte> key, int tagSize) : Aead
{
    private readonly KeyParameter _key = new(key);

    public override void Seal(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plaintext,
        Span<byte> ciphertext,
        Span<byte> tag,
        ReadOnlySpan<byte> associatedData)
    {
        ThrowIfWrongLengths(plaintext, ciphertext, tag);
        cipher.Init(forEncryption: true, new AeadParameters(_key, tagSize * 8, nonce.ToArray(), associatedData.ToArray()));
        int length = plaintext.Length + tagSize;
        byte[] output = ArrayPool<byte>.Shared.Rent(length);
        int written = cipher.ProcessBytes(plaintext, output);
        cipher.DoFinal(output.AsSpan(written));
        output.AsSpan(0, plaintext.Length).CopyTo(ciphertext);
        output.AsSpan(plaintext.Length, tagSize).CopyTo(tag);
        ArrayPool<byte>.Shared.Return(output);
    }

    public override bool TryOpen(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> tag,
        Span<byte> plaintext,
        ReadOnlySpan<byte> associatedData)
    {
        ThrowIfWrongLengths(ciphertext, plaintext, tag);
        cipher.Init(forEncryption: false, new AeadParameters(_key, tagSize * 8, nonce.ToArray(), associatedData.ToArray()));
        byte[] output = ArrayPool<byte>.Shared.Rent(ciphertext.Length + tagSize);
        try
        {
            int written = cipher.ProcessBytes(ciphertext, output);
            written += cipher.ProcessBytes(tag, output.AsSpan(written));
            cipher.DoFinal(output.AsSpan(written));
            output.AsSpan(0, ciphertext.Length).CopyTo(plaintext);
            return true;
        }
        catch (InvalidCipherTextException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(output);
            ArrayPool<byte>.Shared.Return(output);
        }
    }

    public override void Dispose()
    {
        // The library keeps its own copies of the key and offers no way to wipe them; they go with this object.
    }

    private void ThrowIfWrongLengths(ReadOnlySpan<byte> source, ReadOnlySpan<byte> destination, ReadOnlySpan<byte> tag)
    {
        if (source.Length != destination.Length || tag.Length != tagSize)
        {
            throw new ArgumentException($"Plaintext and ciphertext have one length, and the tag has {tagSize} bytes.");
        }
    }
}
