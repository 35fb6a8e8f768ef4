using System.Security.Cryptography;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>
/// HMAC (RFC 2104) over content of which only the bounds of the length are public. The inner hash is looked at after each length that is
/// possible, and the right digest is kept by a mask: the work is the same whichever it is.
/// </summary>
internal sealed class MaskedMac : IDisposable
{
    private const byte InnerPad = 0x36;
    private const byte OuterPad = 0x5c;

    private readonly RunningHash _inner;
    private readonly RunningHash _outer;

    public MaskedMac(HashFunction hash, ReadOnlySpan<byte> key)
    {
        _inner = Keyed(hash, key, InnerPad);
        _outer = Keyed(hash, key, OuterPad);
    }

    public int Size => _inner.Size;

    /// <summary>All ones when the MAC that stands behind the content is right.</summary>
    /// <param name="prefix">What is covered in front of the content; the secret length stands in it as data.</param>
    /// <param name="blocks">Content, MAC and padding.</param>
    /// <param name="contentLength">The secret length of the content, between the two bounds.</param>
    /// <param name="shortest">The shortest that the content can be.</param>
    /// <param name="longest">The longest that it can be; a MAC fits behind it.</param>
    public int Check(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> blocks, int contentLength, int shortest, int longest)
    {
        int size = Size;
        Span<byte> digest = stackalloc byte[HashFunction.MaxSize];
        Span<byte> chosen = stackalloc byte[HashFunction.MaxSize];
        Span<byte> received = stackalloc byte[HashFunction.MaxSize];
        chosen.Clear();
        received.Clear();
        using RunningHash inner = _inner.Fork();
        inner.Append(prefix);
        inner.Append(blocks[..shortest]);
        for (int length = shortest; ; length++)
        {
            inner.Peek(digest[..size]);
            int isIt = ConstantTime.Equal(length, contentLength);
            ReadOnlySpan<byte> candidate = blocks.Slice(length, size);
            for (int i = 0; i < size; i++)
            {
                chosen[i] |= (byte)(digest[i] & isIt);
                received[i] |= (byte)(candidate[i] & isIt);
            }

            if (length == longest)
            {
                break;
            }

            inner.Append(blocks.Slice(length, 1));
        }

        using RunningHash outer = _outer.Fork();
        outer.Append(chosen[..size]);
        outer.Peek(digest[..size]);
        int different = 0;
        for (int i = 0; i < size; i++)
        {
            different |= digest[i] ^ received[i];
        }

        return ConstantTime.Equal(different, 0);
    }

    public void Dispose()
    {
        _inner.Dispose();
        _outer.Dispose();
    }

    private static RunningHash Keyed(HashFunction hash, ReadOnlySpan<byte> key, byte pad)
    {
        Span<byte> block = stackalloc byte[hash.Size > 32 ? 128 : 64];
        block.Clear();
        key.CopyTo(block);
        foreach (ref byte value in block)
        {
            value ^= pad;
        }

        RunningHash keyed = hash.Start();
        keyed.Append(block);
        CryptographicOperations.ZeroMemory(block);
        return keyed;
    }
}
