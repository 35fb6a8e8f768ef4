using System.Security.Cryptography;

namespace Aksu.Cryptography;

/// <summary>HKDF (RFC 5869) over any <see cref="HashFunction"/>. No method allocates beyond what the HMAC does. Thread-safe.</summary>
public static class Hkdf
{
    private const int ShortInfo = 127;

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
        int size = hmac.Size;
        if (output.Length > 255 * size)
        {
            throw new ArgumentException("HKDF-Expand yields at most 255 digests.", nameof(output));
        }

        Span<byte> buffer = stackalloc byte[HashFunction.MaxSize];
        Span<byte> block = buffer[..size];
        byte counter = 0;

        // Where it is short, info goes to the HMAC together with the counter: a call costs more than the copy.
        Span<byte> together = stackalloc byte[ShortInfo + 1];
        bool isShort = info.Length <= ShortInfo;
        if (isShort)
        {
            info.CopyTo(together);
        }
        for (bool first = true; !output.IsEmpty; first = false)
        {
            if (!first)
            {
                hmac.Append(block);
            }
            counter++;
            if (isShort)
            {
                together[info.Length] = counter;
                hmac.Append(together[..(info.Length + 1)]);
            }
            else
            {
                hmac.Append(info);
                hmac.Append([counter]);
            }
            hmac.Finish(block);

            int taken = Math.Min(size, output.Length);
            block[..taken].CopyTo(output);
            output = output[taken..];
        }
        CryptographicOperations.ZeroMemory(buffer);
    }
}
