using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

internal static unsafe partial class NativeMethods
{
    private static string[] SignatureSymbols =>
    [
        nameof(EVP_MD_CTX_new),
        nameof(EVP_MD_CTX_free),
        nameof(EVP_MD_fetch),
        nameof(EVP_DigestSignInit),
        nameof(EVP_DigestSign),
        nameof(EVP_DigestVerifyInit),
        nameof(EVP_DigestVerify),
        nameof(EVP_PKEY_sign_init),
        nameof(EVP_PKEY_sign),
        nameof(EVP_PKEY_verify_init),
        nameof(EVP_PKEY_verify),
        nameof(EVP_PKEY_CTX_set_rsa_padding),
        nameof(EVP_PKEY_CTX_set_rsa_pss_saltlen),
        nameof(EVP_PKEY_CTX_set_signature_md),
    ];

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial nint EVP_MD_CTX_new();

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_DigestSignInit(nint context, nint* keyContext, nint digest, nint engine, nint key);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_DigestSign(nint context, byte* signature, nuint* signatureLength, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_DigestVerifyInit(nint context, nint* keyContext, nint digest, nint engine, nint key);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_DigestVerify(nint context, byte* signature, nuint signatureLength, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial nint EVP_MD_fetch(nint libraryContext, byte* algorithm, byte* properties);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_sign_init(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_sign(nint context, byte* signature, nuint* signatureLength, byte* digest, nuint digestLength);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_verify_init(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_verify(nint context, byte* signature, nuint signatureLength, byte* digest, nuint digestLength);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_CTX_set_rsa_padding(nint context, int padding);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_CTX_set_rsa_pss_saltlen(nint context, int length);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_CTX_set_signature_md(nint context, nint digest);
}
