using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

internal static unsafe partial class NativeMethods
{
    private static string[] EncryptionSymbols =>
    [
        nameof(EVP_PKEY_encrypt_init),
        nameof(EVP_PKEY_encrypt),
        nameof(EVP_PKEY_decrypt_init),
        nameof(EVP_PKEY_decrypt),
        nameof(EVP_PKEY_CTX_set_params),
    ];

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_encrypt_init(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_encrypt(nint context, byte* output, nuint* outputLength, byte* input, nuint inputLength);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_decrypt_init(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_decrypt(nint context, byte* output, nuint* outputLength, byte* input, nuint inputLength);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_CTX_set_params(nint context, NativeParameter* parameters);
}
