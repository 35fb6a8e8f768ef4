using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Aksu.Cryptography;

/// <summary>
/// HKDF (RFC 5869) over any <see cref="HashFunction"/>. For an info of up to 514 bytes nothing is allocated beyond what the HMAC does.
/// Thread-safe.
/// </summary>
public static class Hkdf
{
    /// <summary>The longest HkdfLabel (RFC 9846 §7.1): a length, and label and context with theirs.</summary>
    private const int UsualInfo = sizeof(ushort) + (2 * (sizeof(byte) + byte.MaxValue));

    /// <summary>
    /// HKDF-Extract (RFC 5869 §2.2): concentrates <paramref name="inputKeyingMaterial"/> into the first
    /// <see cref="HashFunction.Size"/> bytes of <paramref name="pseudorandomKey"/>. An empty salt stands for a salt of zeros.
    /// </summary>
    public static void Extract(
        HashFunction hash,
        ReadOnlySpan<byte> salt,
        ReadOnlySpan<byte> inputKeyingMaterial,
        Span<byte> pseudorandomKey) => hash.Hmac(salt, inputKeyingMaterial, pseudorandomKey);

    /// <summary>HKDF-Expand (RFC 5869 §2.3): fills <paramref name="output"/>, at most 255 digests long.</summary>
    /// <exception cref="ArgumentException"><paramref name="output"/> is longer than 255 digests.</exception>
    public static void Expand(HashFunction hash, ReadOnlySpan<byte> pseudorandomKey, ReadOnlySpan<byte> info, Span<byte> output) =>
        hash.HkdfExpand(pseudorandomKey, info, output);

    /// <summary>
    /// HKDF-Expand with an HMAC that is already keyed with the pseudorandom key: cheaper where one key yields many outputs. The HMAC must
    /// be at the start of a message, and is there again afterwards.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="output"/> is longer than 255 digests.</exception>
    public static void Expand(Hmac hmac, ReadOnlySpan<byte> info, Span<byte> output)
    {
        ThrowIfTooLong(hmac.Size, output);
        var codes = new WholeMessages(hmac);
        Expand(ref codes, hmac.Size, info, output);
    }

    /// <summary>The same with anything that gives codes under the key; the caller has checked the length of the output.</summary>
    [SkipLocalsInit]
    internal static void Expand<TCode>(ref TCode code, int size, ReadOnlySpan<byte> info, Span<byte> output)
        where TCode : struct, IMessageCode
    {
        // One message: the block before (not in the first), info, and the counter.
        int messageSize = size + info.Length + 1;
        Span<byte> message = info.Length <= UsualInfo
            ? stackalloc byte[HashFunction.MaxSize + UsualInfo + 1]
            : GC.AllocateUninitializedArray<byte>(messageSize, pinned: true);
        message = message[..messageSize];
        info.CopyTo(message[size..]);
        Span<byte> block = message[..size];
        try
        {
            for (byte counter = 1; !output.IsEmpty; counter++)
            {
                message[^1] = counter;
                code.Compute(counter == 1 ? message[size..] : message, block);
                int taken = Math.Min(size, output.Length);
                block[..taken].CopyTo(output);
                output = output[taken..];
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
        }
    }

    /// <summary>Refuses more than 255 digests, the most that HKDF yields (RFC 5869 §2.3).</summary>
    /// <exception cref="ArgumentException">It is more.</exception>
    internal static void ThrowIfTooLong(int size, ReadOnlySpan<byte> output)
    {
        if (output.Length > 255 * size)
        {
            throw new ArgumentException("HKDF-Expand yields at most 255 digests.", nameof(output));
        }
    }

    private readonly struct WholeMessages(Hmac hmac) : IMessageCode
    {
        public void Compute(ReadOnlySpan<byte> message, Span<byte> destination) => hmac.Compute(message, destination);
    }
}
