using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>
/// What HMAC (RFC 2104 §4) needs of its key: the two states after the padded key's block. Holds a key in effect: whoever has it clears it,
/// and keeps it where the collector does not move it (the stack, or pinned memory).
/// </summary>
internal unsafe struct HmacKeyState<TDigest> : IMessageCode
    where TDigest : struct, IDigest
{
    public DigestState Inner;
    public DigestState Outer;

    private const int MaxBlockSize = 128;
    private const int MaxChainSize = 64;

    /// <summary>The longest message that shares its block with what ends it: one byte and the length.</summary>
    private static int ShortMessage => TDigest.BlockSize - 1 - (2 * TDigest.WordSize);

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

    /// <summary>
    /// The code of one whole message. A short one, like all that a key schedule derives, is two blocks: they are put together here, since
    /// to add bytes to a state and to end it costs half as much again as the blocks themselves.
    /// </summary>
    [SkipLocalsInit]
    public readonly void Compute(ReadOnlySpan<byte> message, Span<byte> destination)
    {
        // SAFETY: the slice checks that the destination holds a code; message and destination are pinned, what is local is on the stack. A
        // block is as long as the longest, and a short message shorter; a state begins with its chaining value, which is no longer than
        // the chain, and no digest is longer than it. The two states are only read.
        fixed (byte* input = message, output = destination[..TDigest.Size])
        fixed (DigestState* inner = &Inner, outer = &Outer)
        {
            if (message.Length > ShortMessage)
            {
                DigestState working = Inner;
                TDigest.Append((byte*)&working, input, message.Length);
                Finish(&working, output);
                working.Clear();
                return;
            }

            byte* block = stackalloc byte[MaxBlockSize];
            byte* chain = stackalloc byte[MaxChainSize];
            Unsafe.CopyBlockUnaligned(block, input, (uint)message.Length);
            Unsafe.CopyBlockUnaligned(chain, inner, (uint)TDigest.ChainSize);
            CompressLast(chain, block, message.Length);
            WriteDigest(chain, block);
            Unsafe.CopyBlockUnaligned(chain, outer, (uint)TDigest.ChainSize);
            CompressLast(chain, block, TDigest.Size);
            WriteDigest(chain, output);
            CryptographicOperations.ZeroMemory(new Span<byte>(block, MaxBlockSize));
            CryptographicOperations.ZeroMemory(new Span<byte>(chain, MaxChainSize));
        }
    }

    /// <summary>
    /// Ends a message whose bytes were added to a copy of <see cref="Inner"/>, which is the caller's to clear or to use again.
    /// </summary>
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

    /// <summary>Takes a message's last block, of which so many bytes are there, behind the block of the key (FIPS 180-4 §5.1).</summary>
    private static void CompressLast(byte* chain, byte* block, int length)
    {
        // SAFETY: length is a short message's; the block goes on to TDigest.BlockSize, and its last eight bytes are the length in bits.
        block[length] = 0x80;
        new Span<byte>(block + length + 1, TDigest.BlockSize - length - 1).Clear();
        BinaryPrimitives.WriteUInt64BigEndian(
            new Span<byte>(block + TDigest.BlockSize - sizeof(ulong), sizeof(ulong)), (ulong)(TDigest.BlockSize + length) * 8);
        TDigest.Compress(chain, block);
    }

    /// <summary>A chaining value as the bytes of a digest.</summary>
    private static void WriteDigest(byte* chain, byte* digest)
    {
        // SAFETY: the digest is as long as TDigest says, in whole words, and no longer than the chaining value.
        for (int at = 0; at < TDigest.Size; at += TDigest.WordSize)
        {
            if (TDigest.WordSize == sizeof(ulong))
            {
                BinaryPrimitives.WriteUInt64BigEndian(new Span<byte>(digest + at, sizeof(ulong)), *(ulong*)(chain + at));
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(new Span<byte>(digest + at, sizeof(uint)), *(uint*)(chain + at));
            }
        }
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
