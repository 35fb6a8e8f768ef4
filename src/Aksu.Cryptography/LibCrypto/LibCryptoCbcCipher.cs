using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// AES-CBC over a context for each direction, for the key schedules differ. Both keep their key; a record sets a new initialization vector.
/// </summary>
internal sealed unsafe class LibCryptoCbcCipher : CbcCipher
{
    private const int BlockSize = 16;
    private const int Encrypting = 1;
    private const int Decrypting = 0;

    private readonly CipherContext _encrypting;
    private readonly CipherContext _decrypting;

    /// <param name="cipher">An EVP_CIPHER in CBC mode with blocks of 16 bytes.</param>
    /// <param name="key">A key of the cipher's length.</param>
    public LibCryptoCbcCipher(nint cipher, ReadOnlySpan<byte> key)
    {
        _encrypting = Keyed(cipher, key, Encrypting);
        _decrypting = Keyed(cipher, key, Decrypting);
    }

    public override void Encrypt(ReadOnlySpan<byte> initializationVector, Span<byte> blocks) =>
        Process(_encrypting, initializationVector, blocks, Encrypting);

    public override void Decrypt(ReadOnlySpan<byte> initializationVector, Span<byte> blocks) =>
        Process(_decrypting, initializationVector, blocks, Decrypting);

    public override void Dispose()
    {
        _encrypting.Dispose();
        _decrypting.Dispose();
    }

    private static void Process(CipherContext owner, ReadOnlySpan<byte> initializationVector, Span<byte> blocks, int direction)
    {
        if (initializationVector.Length != BlockSize || blocks.Length % BlockSize != 0)
        {
            throw new ArgumentException("CBC takes an initialization vector of one block, and whole blocks.");
        }
        using var lease = new HandleLease(owner);
        bool done;
        int written;
        // SAFETY: lengths were checked above, both spans are pinned, the lease keeps the context alive. Padding is off: as many bytes are
        // written as are read, and in place is allowed. An empty text is not passed on.
        fixed (byte* vector = initializationVector, text = blocks)
        {
            nint context = lease.Address;
            done = NativeMethods.EVP_CipherInit_nonce(context, 0, 0, null, vector, direction) == 1
                && NativeMethods.EVP_CIPHER_CTX_set_padding(context, 0) == 1
                && (blocks.IsEmpty || NativeMethods.EVP_CipherUpdate(context, text, &written, text, blocks.Length) == 1);
        }
        if (!done)
        {
            NativeMethods.ERR_clear_error();
            throw new CryptographicException("libcrypto failed in CBC mode.");
        }
    }

    private static CipherContext Keyed(nint cipher, ReadOnlySpan<byte> key, int direction)
    {
        var owner = new CipherContext();
        using var lease = new HandleLease(owner);
        int result;
        // SAFETY: the key has the cipher's length (checked by the algorithm) and is read during the call only.
        fixed (byte* keyBytes = key)
        {
            result = NativeMethods.EVP_CipherInit_ex(lease.Address, cipher, 0, keyBytes, null, direction);
        }
        if (result == 1)
        {
            return owner;
        }
        owner.Dispose();
        throw new CryptographicException("libcrypto refused the key.");
    }
}
