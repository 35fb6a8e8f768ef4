namespace Aksu.Cryptography;

/// <summary>A hash function and what is built on it (a running hash, HMAC). Instances are immutable and thread-safe.</summary>
public abstract class HashFunction
{
    /// <summary>Longest digest of any function here, in bytes: what a caller's stack buffer must hold.</summary>
    public const int MaxSize = 64;

    private byte[]? _digestOfNothing;

    /// <summary>The usual name, e.g. <c>SHA-256</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Length of a digest in bytes.</summary>
    public abstract int Size { get; }

    /// <summary>The digest of no bytes, which HKDF asks for again and again; computed at its first use.</summary>
    public ReadOnlySpan<byte> DigestOfNothing
    {
        get
        {
            if (_digestOfNothing is { } digest)
            {
                return digest;
            }

            // Two threads may come here; both write the same.
            digest = new byte[Size];
            Hash([], digest);
            _digestOfNothing = digest;
            return digest;
        }
    }

    /// <summary>Hashes <paramref name="source"/> into the first <see cref="Size"/> bytes of <paramref name="destination"/>.</summary>
    public abstract void Hash(ReadOnlySpan<byte> source, Span<byte> destination);

    /// <summary>Starts a hash to which bytes are added over time. The caller disposes it.</summary>
    public abstract RunningHash Start();

    /// <summary>Starts an HMAC (RFC 2104) under <paramref name="key"/>, which is copied. The caller disposes it.</summary>
    public abstract Hmac StartHmac(ReadOnlySpan<byte> key);

    /// <summary>HMAC in one call into the first <see cref="Size"/> bytes of <paramref name="destination"/>.</summary>
    public virtual void Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, Span<byte> destination)
    {
        using Hmac hmac = StartHmac(key);
        hmac.Append(source);
        hmac.Finish(destination);
    }

    /// <summary>HKDF-Expand (RFC 5869 §2.3): fills <paramref name="output"/>, at most 255 digests long.</summary>
    /// <exception cref="ArgumentException"><paramref name="output"/> is longer than 255 digests.</exception>
    public virtual void HkdfExpand(ReadOnlySpan<byte> pseudorandomKey, ReadOnlySpan<byte> info, Span<byte> output)
    {
        Hkdf.ThrowIfTooLong(Size, output);
        using Hmac hmac = StartHmac(pseudorandomKey);
        Hkdf.Expand(hmac, info, output);
    }
}
