using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

internal static unsafe partial class NativeMethods
{
    private static string[] KeySymbols =>
    [
        nameof(EVP_PKEY_new),
        nameof(EVP_PKEY_free),
        nameof(EVP_PKEY_CTX_new_from_name),
        nameof(EVP_PKEY_CTX_new_from_pkey),
        nameof(EVP_PKEY_CTX_free),
        nameof(EVP_PKEY_keygen_init),
        nameof(EVP_PKEY_paramgen_init),
        nameof(EVP_PKEY_generate),
        nameof(EVP_PKEY_CTX_set_group_name),
        nameof(EVP_PKEY_copy_parameters),
        nameof(EVP_PKEY_set1_encoded_public_key),
        nameof(EVP_PKEY_get_octet_string_param),
        nameof(EVP_PKEY_new_raw_public_key_ex),
        nameof(EVP_PKEY_new_raw_private_key_ex),
        nameof(EVP_PKEY_get_raw_public_key),
        nameof(EVP_PKEY_fromdata_init),
        nameof(EVP_PKEY_fromdata),
        nameof(EVP_PKEY_derive_init),
        nameof(EVP_PKEY_derive_set_peer_ex),
        nameof(EVP_PKEY_derive),
        nameof(EVP_PKEY_CTX_set_dh_pad),
    ];

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial nint EVP_PKEY_new();

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial void EVP_PKEY_free(nint key);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial nint EVP_PKEY_CTX_new_from_name(nint libraryContext, byte* name, byte* properties);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial nint EVP_PKEY_CTX_new_from_pkey(nint libraryContext, nint key, byte* properties);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial void EVP_PKEY_CTX_free(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_keygen_init(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_paramgen_init(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_generate(nint context, nint* key);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_CTX_set_group_name(nint context, byte* name);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_copy_parameters(nint to, nint from);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_set1_encoded_public_key(nint key, byte* encoded, nuint length);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_get_octet_string_param(nint key, byte* name, byte* buffer, nuint size, nuint* written);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial nint EVP_PKEY_new_raw_public_key_ex(nint libraryContext, byte* type, byte* properties, byte* key, nuint length);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial nint EVP_PKEY_new_raw_private_key_ex(nint libraryContext, byte* type, byte* properties, byte* key, nuint length);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_get_raw_public_key(nint key, byte* buffer, nuint* length);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_fromdata_init(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_fromdata(nint context, nint* key, int selection, NativeParameter* parameters);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_derive_init(nint context);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_derive_set_peer_ex(nint context, nint peer, int validate);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_CTX_set_dh_pad(nint context, int pad);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_PKEY_derive(nint context, byte* secret, nuint* length);
}
