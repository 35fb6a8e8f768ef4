namespace Aksu.Cryptography.LibCrypto;

/// <summary>Up to this many bytes a call is short enough to keep the collector waiting for it (a microsecond).</summary>
file static class ShortCall
{
    public const int Limit = 512;
}

internal readonly unsafe struct Sha1Digest : IDigest
{
    public static string Name => "SHA-1";

    public static int Size => 20;

    public static int BlockSize => 64;

    public static int ChainSize => 20;

    public static int WordSize => 4;

    public static void Start(byte* state) => _ = NativeMethods.SHA1_Init(state);

    public static void Append(byte* state, byte* data, int length) => _ = length <= ShortCall.Limit
        ? NativeMethods.SHA1_Update_short(state, data, (nuint)length)
        : NativeMethods.SHA1_Update(state, data, (nuint)length);

    public static void Finish(byte* state, byte* digest) => _ = NativeMethods.SHA1_Final(digest, state);

    public static void Compress(byte* state, byte* block) => NativeMethods.SHA1_Transform(state, block);
}

internal readonly unsafe struct Sha256Digest : IDigest
{
    public static string Name => "SHA-256";

    public static int Size => 32;

    public static int BlockSize => 64;

    public static int ChainSize => 32;

    public static int WordSize => 4;

    public static void Start(byte* state) => _ = NativeMethods.SHA256_Init(state);

    public static void Append(byte* state, byte* data, int length) => _ = length <= ShortCall.Limit
        ? NativeMethods.SHA256_Update_short(state, data, (nuint)length)
        : NativeMethods.SHA256_Update(state, data, (nuint)length);

    public static void Finish(byte* state, byte* digest) => _ = NativeMethods.SHA256_Final(digest, state);

    public static void Compress(byte* state, byte* block) => NativeMethods.SHA256_Transform(state, block);
}

internal readonly unsafe struct Sha384Digest : IDigest
{
    public static string Name => "SHA-384";

    public static int Size => 48;

    public static int BlockSize => 128;

    public static int ChainSize => 64;

    public static int WordSize => 8;

    public static void Start(byte* state) => _ = NativeMethods.SHA384_Init(state);

    public static void Append(byte* state, byte* data, int length) => _ = length <= ShortCall.Limit
        ? NativeMethods.SHA384_Update_short(state, data, (nuint)length)
        : NativeMethods.SHA384_Update(state, data, (nuint)length);

    public static void Finish(byte* state, byte* digest) => _ = NativeMethods.SHA384_Final(digest, state);

    public static void Compress(byte* state, byte* block) => NativeMethods.SHA512_Transform(state, block);
}

internal readonly unsafe struct Sha512Digest : IDigest
{
    public static string Name => "SHA-512";

    public static int Size => 64;

    public static int BlockSize => 128;

    public static int ChainSize => 64;

    public static int WordSize => 8;

    public static void Start(byte* state) => _ = NativeMethods.SHA512_Init(state);

    public static void Append(byte* state, byte* data, int length) => _ = length <= ShortCall.Limit
        ? NativeMethods.SHA512_Update_short(state, data, (nuint)length)
        : NativeMethods.SHA512_Update(state, data, (nuint)length);

    public static void Finish(byte* state, byte* digest) => _ = NativeMethods.SHA512_Final(digest, state);

    public static void Compress(byte* state, byte* block) => NativeMethods.SHA512_Transform(state, block);
}
