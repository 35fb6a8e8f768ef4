using System.Runtime.CompilerServices;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>A hash function of libcrypto.</summary>
internal sealed unsafe class LibCryptoHashFunction<TDigest> : HashFunction
    where TDigest : struct, IDigest
{
    private LibCryptoHashFunction()
    {
    }

    public static LibCryptoHashFunction<TDigest> Instance { get; } = new();

    public override string Name => TDigest.Name;

    public override int Size => TDigest.Size;

    [SkipLocalsInit]
    public override void Hash(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        DigestState state;
        // SAFETY: the slice checks that the destination holds a digest; both spans are pinned; the state has room for any digest.
        fixed (byte* input = source, output = destination[..TDigest.Size])
        {
            TDigest.Start((byte*)&state);
            TDigest.Append((byte*)&state, input, source.Length);
            TDigest.Finish((byte*)&state, output);
        }
        state.Clear();
    }

    public override RunningHash Start() => new LibCryptoRunningHash<TDigest>();

    public override Hmac StartHmac(ReadOnlySpan<byte> key) => new LibCryptoHmac<TDigest>(key);

    [SkipLocalsInit]
    public override void Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        destination = destination[..TDigest.Size]; // before there is a key to be cleared
        Unsafe.SkipInit(out HmacKeyState<TDigest> keyed);
        keyed.SetKey(key);
        keyed.Compute(source, destination);
        keyed.Clear();
    }

    [SkipLocalsInit]
    public override void HkdfExpand(ReadOnlySpan<byte> pseudorandomKey, ReadOnlySpan<byte> info, Span<byte> output)
    {
        Hkdf.ThrowIfTooLong(TDigest.Size, output);
        Unsafe.SkipInit(out HmacKeyState<TDigest> keyed);
        keyed.SetKey(pseudorandomKey);
        Hkdf.Expand(ref keyed, TDigest.Size, info, output);
        keyed.Clear();
    }
}
