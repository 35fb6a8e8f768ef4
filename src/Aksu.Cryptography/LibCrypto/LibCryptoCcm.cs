using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// AES-CCM over a context for each direction (the library binds the key schedule to one). The mode must know the length of the text before
/// it starts and checks the tag before it gives the text, so that its calls differ from those of the other ciphers.
/// </summary>
internal sealed unsafe class LibCryptoCcm : Aead
{
    private const int NonceSize = 12;
    private const int SetNonceLength = 0x9;
    private const int GetTag = 0x10;
    private const int SetTag = 0x11;
    private const int Encrypting = 1;
    private const int Decrypting = 0;

    private readonly CipherContext _sealing;
    private readonly CipherContext _opening;
    private readonly int _tagSize;

    /// <param name="cipher">An EVP_CIPHER in CCM mode.</param>
    /// <param name="key">A key of the cipher's length.</param>
    /// <param name="tagSize">8 or 16.</param>
    public LibCryptoCcm(nint cipher, ReadOnlySpan<byte> key, int tagSize)
    {
        _tagSize = tagSize;
        _sealing = Keyed(cipher, key, tagSize, Encrypting);
        _opening = Keyed(cipher, key, tagSize, Decrypting);
    }

    public override void Seal(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> plaintext,
        Span<byte> ciphertext,
        Span<byte> tag,
        ReadOnlySpan<byte> associatedData)
    {
        ThrowIfWrongLengths(nonce, plaintext, ciphertext, tag);
        using var lease = new HandleLease(_sealing);
        bool done;
        // SAFETY: all lengths were checked above, all spans are pinned, and the lease keeps the context alive.
        fixed (byte* nonceBytes = nonce, input = plaintext, output = ciphertext, tagBytes = tag, associated = associatedData)
        {
            nint context = lease.Address;
            done = NativeMethods.EVP_CipherInit_nonce(context, 0, 0, null, nonceBytes, Encrypting) == 1
                && Process(context, output, input, plaintext.Length, associated, associatedData.Length)
                && NativeMethods.EVP_CIPHER_CTX_ctrl(context, GetTag, _tagSize, tagBytes) == 1;
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
        using var lease = new HandleLease(_opening);
        bool valid;
        // SAFETY: as in Seal. The library reads the tag through a pointer that is not const, and does not write to it.
        fixed (byte* nonceBytes = nonce, input = ciphertext, output = plaintext, tagBytes = tag, associated = associatedData)
        {
            nint context = lease.Address;
            valid = NativeMethods.EVP_CipherInit_nonce(context, 0, 0, null, nonceBytes, Decrypting) == 1
                && NativeMethods.EVP_CIPHER_CTX_ctrl(context, SetTag, _tagSize, tagBytes) == 1
                && Process(context, output, input, ciphertext.Length, associated, associatedData.Length);
        }
        if (!valid)
        {
            NativeMethods.ERR_clear_error();
            CryptographicOperations.ZeroMemory(plaintext);
        }
        return valid;
    }

    public override void Dispose()
    {
        _sealing.Dispose();
        _opening.Dispose();
    }

    private static CipherContext Keyed(nint cipher, ReadOnlySpan<byte> key, int tagSize, int direction)
    {
        var owner = new CipherContext();
        using var lease = new HandleLease(owner);
        bool done;
        // SAFETY: the key has the cipher's length (checked by the algorithm) and is read during the calls only.
        fixed (byte* keyBytes = key)
        {
            nint context = lease.Address;
            done = NativeMethods.EVP_CipherInit_ex(context, cipher, 0, null, null, direction) == 1
                && NativeMethods.EVP_CIPHER_CTX_ctrl(context, SetNonceLength, NonceSize, null) == 1
                && NativeMethods.EVP_CIPHER_CTX_ctrl(context, SetTag, tagSize, null) == 1
                && NativeMethods.EVP_CipherInit_ex(context, 0, 0, keyBytes, null, direction) == 1;
        }
        if (done)
        {
            return owner;
        }
        owner.Dispose();
        throw new CryptographicException("libcrypto refused the key.");
    }

    private static bool Process(nint context, byte* output, byte* input, int length, byte* associated, int associatedLength)
    {
        int written;
        byte* empty = stackalloc byte[1];
        // SAFETY: the caller pinned all spans. An empty text is passed on by an address that is not null, because null would say that
        // this is associated data, and without a text no tag is made.
        return NativeMethods.EVP_CipherUpdate_short(context, null, &written, null, length) == 1
            && (associatedLength == 0 || NativeMethods.EVP_CipherUpdate(context, null, &written, associated, associatedLength) == 1)
            && NativeMethods.EVP_CipherUpdate(context, length == 0 ? empty : output, &written, length == 0 ? empty : input, length) == 1;
    }

    private void ThrowIfWrongLengths(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> source,
        ReadOnlySpan<byte> destination,
        ReadOnlySpan<byte> tag)
    {
        if (nonce.Length != NonceSize || source.Length != destination.Length || tag.Length != _tagSize)
        {
            throw new ArgumentException($"A nonce has 12 bytes, a tag {_tagSize}, and plaintext and ciphertext have one length.");
        }
    }
}
