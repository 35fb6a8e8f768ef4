using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// The functions of libcrypto that are called, all of the stable interface of OpenSSL 3. Everything is blittable: pointers are pinned by
/// the caller, results are 1 for success. Functions that run for well under a microsecond, and neither block nor call back, leave out
/// the switch of the thread's collector state (SuppressGCTransition).
/// </summary>
internal static unsafe partial class NativeMethods
{
    /// <summary>Every function below: all are looked for before the first is called.</summary>
    public static IEnumerable<string> Symbols =>
        [.. GeneralSymbols, .. CipherSymbols, .. DigestSymbols, .. KeySymbols, .. SignatureSymbols, .. EncryptionSymbols];

    private static string[] GeneralSymbols => [nameof(EVP_default_properties_is_fips_enabled), nameof(ERR_clear_error)];

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int EVP_default_properties_is_fips_enabled(nint libraryContext);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial void ERR_clear_error();
}
