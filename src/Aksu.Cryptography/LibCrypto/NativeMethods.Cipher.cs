using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

internal static unsafe partial class NativeMethods
{
    private static string[] CipherSymbols =>
    [
        nameof(EVP_CIPHER_fetch),
        nameof(EVP_CIPHER_CTX_new),
        nameof(EVP_CIPHER_CTX_free),
        nameof(EVP_CIPHER_CTX_ctrl),
        nameof(EVP_CIPHER_CTX_set_padding),
        nameof(EVP_CipherInit_ex),
        nameof(EVP_CipherUpdate),
        nameof(EVP_CipherFinal_ex),
    ];

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial nint EVP_CIPHER_fetch(nint libraryContext, byte* algorithm, byte* properties);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial nint EVP_CIPHER_CTX_new();

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial void EVP_CIPHER_CTX_free(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int EVP_CIPHER_CTX_ctrl(nint context, int type, int argument, void* pointer);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int EVP_CIPHER_CTX_set_padding(nint context, int padding);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_CipherInit_ex(nint context, nint cipher, nint engine, byte* key, byte* iv, int encrypt);

    /// <summary>The same function, for a new nonce under the key that is there.</summary>
    [LibraryImport(LibCryptoLibrary.Name, EntryPoint = nameof(EVP_CipherInit_ex))]
    [SuppressGCTransition]
    public static partial int EVP_CipherInit_nonce(nint context, nint cipher, nint engine, byte* key, byte* iv, int encrypt);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_CipherUpdate(nint context, byte* output, int* written, byte* input, int length);

    /// <summary>The same function, for a few bytes.</summary>
    [LibraryImport(LibCryptoLibrary.Name, EntryPoint = nameof(EVP_CipherUpdate))]
    [SuppressGCTransition]
    public static partial int EVP_CipherUpdate_short(nint context, byte* output, int* written, byte* input, int length);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int EVP_CipherFinal_ex(nint context, byte* output, int* written);
}
