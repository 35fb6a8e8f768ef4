using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// What HMAC (RFC 2104 §4) needs of its key: the two states after the padded key's block. Holds a key in effect: whoever has it clears it,
/// and keeps it where the collector does not move it (the stack, or pinned memory).
/// </summary>
internal unsafe struct HmacKeyState<TDigest>
    where TDigest : struct, IDigest
{
    public DigestState Inner;
    public DigestState Outer;

    private const int MaxBlockSize = 128;

    [SkipLocalsInit]
    public void SetKey(ReadOnlySpan<byte> key)
    {
        byte* block = stackalloc byte[MaxBlockSize];
        var padded = new Span<byte>(block, MaxBlockSize);
        padded.Clear();
        // SAFETY: block is as long as the longest block, which is longer than any digest; this struct does not move while it is
        // filled, because fixed pins it; the key is pinned.
        fixed (byte* keyBytes = key)
        fixed (DigestState* inner = &Inner, outer = &Outer)
        {
            if (key.Length > TDigest.BlockSize)
            {
                TDigest.Start((byte*)inner);
                TDigest.Append((byte*)inner, keyBytes, key.Length);
                TDigest.Finish((byte*)inner, block);
            }
            else
            {
                key.CopyTo(padded);
            }
            Absorb(inner, block, 0x36);
            Absorb(outer, block, 0x36 ^ 0x5c);
        }
        CryptographicOperations.ZeroMemory(padded);
    }

    /// <summary>Ends a message whose bytes were added to a copy of <see cref="Inner"/>, which is the caller's to clear or to use again.</summary>
    [SkipLocalsInit]
    public readonly void Finish(DigestState* working, byte* destination)
    {
        byte* digest = stackalloc byte[HashFunction.MaxSize];
        // SAFETY: digest holds the longest digest; working and destination are the caller's, pinned and long enough.
        TDigest.Finish((byte*)working, digest);
        *working = Outer;
        TDigest.Append((byte*)working, digest, TDigest.Size);
        TDigest.Finish((byte*)working, destination);
    }

    public void Clear()
    {
        Inner.Clear();
        Outer.Clear();
    }

    /// <summary>Starts a state with the block, after changing each of its bytes by <paramref name="pad"/>.</summary>
    private static void Absorb(DigestState* state, byte* block, byte pad)
    {
        // SAFETY: the caller's state and block are pinned or on the stack, with the sizes that the types say.
        Vector128<byte> pads = Vector128.Create(pad);
        for (int i = 0; i < TDigest.BlockSize; i += Vector128<byte>.Count)
        {
            (Vector128.Load(block + i) ^ pads).Store(block + i);
        }
        TDigest.Start((byte*)state);
        TDigest.Append((byte*)state, block, TDigest.BlockSize);
    }
}
