using System.Runtime.InteropServices;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// The block functions themselves, whose state is plain memory of the caller's: nothing to allocate or to free, and a copy of the bytes
/// is a copy of the state. The EVP interface to the same code costs three times as much for a short message.
/// </summary>
internal static unsafe partial class NativeMethods
{
    private static string[] DigestSymbols =>
    [
        nameof(SHA1_Init), nameof(SHA1_Update), nameof(SHA1_Final), nameof(SHA1_Transform),
        nameof(SHA256_Init), nameof(SHA256_Update), nameof(SHA256_Final), nameof(SHA256_Transform),
        nameof(SHA384_Init), nameof(SHA384_Update), nameof(SHA384_Final),
        nameof(SHA512_Init), nameof(SHA512_Update), nameof(SHA512_Final), nameof(SHA512_Transform),
    ];

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int SHA1_Init(byte* state);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int SHA1_Update(byte* state, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name, EntryPoint = nameof(SHA1_Update))]
    [SuppressGCTransition]
    public static partial int SHA1_Update_short(byte* state, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int SHA1_Final(byte* digest, byte* state);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial void SHA1_Transform(byte* state, byte* block);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int SHA256_Init(byte* state);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int SHA256_Update(byte* state, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name, EntryPoint = nameof(SHA256_Update))]
    [SuppressGCTransition]
    public static partial int SHA256_Update_short(byte* state, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int SHA256_Final(byte* digest, byte* state);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial void SHA256_Transform(byte* state, byte* block);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int SHA384_Init(byte* state);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int SHA384_Update(byte* state, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name, EntryPoint = nameof(SHA384_Update))]
    [SuppressGCTransition]
    public static partial int SHA384_Update_short(byte* state, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int SHA384_Final(byte* digest, byte* state);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int SHA512_Init(byte* state);

    [LibraryImport(LibCryptoLibrary.Name)]
    public static partial int SHA512_Update(byte* state, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name, EntryPoint = nameof(SHA512_Update))]
    [SuppressGCTransition]
    public static partial int SHA512_Update_short(byte* state, byte* data, nuint length);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial int SHA512_Final(byte* digest, byte* state);

    [LibraryImport(LibCryptoLibrary.Name)]
    [SuppressGCTransition]
    public static partial void SHA512_Transform(byte* state, byte* block);
}
