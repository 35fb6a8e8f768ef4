using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// AES-GCM or ChaCha20-Poly1305 over one context that keeps the key schedule; a record sets a new nonce and nothing else.
/// </summary>
internal sealed unsafe class LibCryptoAead : Aead
{
    public const int TagSize = 16;

    private const int NonceSize = 12;
    private const int GetTag = 0x10;
    private const int SetTag = 0x11;
    private const int Encrypting = 1;
    private const int Decrypting = 0;

    private readonly CipherContext _context;

    /// <param name="cipher">An EVP_CIPHER with a nonce of 12 and a tag of 16 bytes.</param>
    /// <param name="key">A key of the cipher's length.</param>
    public LibCryptoAead(nint cipher, ReadOnlySpan<byte> key)
    {
        _context = new CipherContext();
        using var lease = new HandleLease(_context);
        int result;
        // SAFETY: the key has the cipher's length (checked by the algorithm) and is read during the call only.
        fixed (byte* keyBytes = key)
        {
            result = NativeMethods.EVP_CipherInit_ex(lease.Address, cipher, 0, keyBytes, null, Encrypting);
        }
        if (result != 1)
        {
            _context.Dispose();
            throw new CryptographicException("libcrypto refused the key.");
        }
    }

    public override void Seal(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plaintext,
        Span<byte> ciphertext,
        Span<byte> tag,
        ReadOnlySpan<byte> associatedData)
    {
        ThrowIfWrongLengths(nonce, plaintext, ciphertext, tag);
        using var lease = new HandleLease(_context);
        bool done;
        int written;
        // SAFETY: all lengths were checked above, all spans are pinned, and the lease keeps the context alive. A null output would make
        // the library take the input as associated data: an empty text is not passed on at all.
        fixed (byte* nonceBytes = nonce, input = plaintext, output = ciphertext, tagBytes = tag, associated = associatedData)
        {
            nint context = lease.Address;
            done = NativeMethods.EVP_CipherInit_nonce(context, 0, 0, null, nonceBytes, Encrypting) == 1
                && Update(context, null, associated, associatedData.Length)
                && Update(context, output, input, plaintext.Length)
                && NativeMethods.EVP_CipherFinal_ex(context, tagBytes, &written) == 1
                && NativeMethods.EVP_CIPHER_CTX_ctrl(context, GetTag, TagSize, tagBytes) == 1;
        }
        if (!done)
        {
            NativeMethods.ERR_clear_error();
            CryptographicOperations.ZeroMemory(ciphertext);
            throw new CryptographicException("libcrypto failed to encrypt.");
        }
    }

    public override bool TryOpen(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> ciphertext,
        ReadOnlySpan<byte> tag,
        Span<byte> plaintext,
        ReadOnlySpan<byte> associatedData)
    {
        ThrowIfWrongLengths(nonce, ciphertext, plaintext, tag);
        using var lease = new HandleLease(_context);
        bool valid;
        int written;
        byte* none = stackalloc byte[TagSize];
        // SAFETY: as in Seal. The library reads the tag through a pointer that is not const, and does not write to it; the last call
        // writes no byte for these ciphers, and gets room for a block all the same.
        fixed (byte* nonceBytes = nonce, input = ciphertext, output = plaintext, tagBytes = tag, associated = associatedData)
        {
            nint context = lease.Address;
            valid = NativeMethods.EVP_CipherInit_nonce(context, 0, 0, null, nonceBytes, Decrypting) == 1
                && Update(context, null, associated, associatedData.Length)
                && Update(context, output, input, ciphertext.Length)
                && NativeMethods.EVP_CIPHER_CTX_ctrl(context, SetTag, TagSize, tagBytes) == 1
                && NativeMethods.EVP_CipherFinal_ex(context, none, &written) == 1;
        }
        if (!valid)
        {
            NativeMethods.ERR_clear_error();
            CryptographicOperations.ZeroMemory(plaintext); // deciphered, but nobody vouches for it
        }
        return valid;
    }

    public override void Dispose() => _context.Dispose();

    private static bool Update(nint context, byte* output, byte* input, int length)
    {
        const int Short = 1024;
        int written;
        // SAFETY: input, and output where it is not null, are pinned by the caller and hold length bytes.
        return length == 0
            || (length <= Short
                ? NativeMethods.EVP_CipherUpdate_short(context, output, &written, input, length)
                : NativeMethods.EVP_CipherUpdate(context, output, &written, input, length)) == 1;
    }

    private static void ThrowIfWrongLengths(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> source,
        ReadOnlySpan<byte> destination,
        ReadOnlySpan<byte> tag)
    {
        if (nonce.Length != NonceSize || source.Length != destination.Length || tag.Length != TagSize)
        {
            throw new ArgumentException("A nonce has 12 bytes, a tag 16, and plaintext and ciphertext have one length.");
        }
    }
}
