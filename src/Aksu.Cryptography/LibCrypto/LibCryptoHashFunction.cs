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
        Unsafe.SkipInit(out HmacKeyState<TDigest> keyed);
        keyed.SetKey(key);
        // SAFETY: the slice checks that the destination holds a code; both spans are pinned.
        fixed (byte* input = source, output = destination[..TDigest.Size])
        {
            DigestState working = keyed.Inner;
            TDigest.Append((byte*)&working, input, source.Length);
            keyed.Finish(&working, output);
            working.Clear();
        }
        keyed.Clear();
    }

    [SkipLocalsInit]
    public override void HkdfExpand(ReadOnlySpan<byte> pseudorandomKey, ReadOnlySpan<byte> info, Span<byte> output)
    {
        ThrowIfTooLongForHkdf(output.Length);
        Unsafe.SkipInit(out HmacKeyState<TDigest> keyed);
        keyed.SetKey(pseudorandomKey);
        byte* block = stackalloc byte[MaxSize];
        byte counter = 0;
        // SAFETY: info is pinned; block holds the longest digest.
        fixed (byte* infoBytes = info)
        {
            for (int done = 0; done < output.Length;)
            {
                DigestState working = keyed.Inner;
                if (counter > 0)
                {
                    TDigest.Append((byte*)&working, block, TDigest.Size);
                }
                counter++;
                TDigest.Append((byte*)&working, infoBytes, info.Length);
                TDigest.Append((byte*)&working, &counter, 1);
                keyed.Finish(&working, block);
                working.Clear();
                int taken = Math.Min(TDigest.Size, output.Length - done);
                new ReadOnlySpan<byte>(block, taken).CopyTo(output[done..]);
                done += taken;
            }
        }
        new Span<byte>(block, MaxSize).Clear();
        keyed.Clear();
    }
}
