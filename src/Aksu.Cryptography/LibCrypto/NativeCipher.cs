using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>Descriptions of ciphers (EVP_CIPHER).</summary>
internal static unsafe class NativeCipher
{
    /// <summary>The description of a cipher, kept for the life of the process.</summary>
    /// <param name="algorithm">A literal: the zero byte behind it ends the name.</param>
    public static nint Fetch(ReadOnlySpan<byte> algorithm)
    {
        nint cipher;
        // SAFETY: the name is a UTF-8 literal, which ends in a zero byte behind its span.
        fixed (byte* name = algorithm)
        {
            cipher = NativeMethods.EVP_CIPHER_fetch(0, name, null);
        }
        return cipher != 0 ? cipher : throw new CryptographicException("libcrypto lacks a cipher.");
    }
}
