namespace Aksu.Cryptography;

/// <summary>A hash function and what is built on it (a running hash, HMAC). Instances are immutable and thread-safe.</summary>
public abstract class HashFunction
{
    /// <summary>Longest digest of any function here, in bytes: what a caller's stack buffer must hold.</summary>
    public const int MaxSize = 64;

    /// <summary>The usual name, e.g. <c>SHA-256</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Length of a digest in bytes.</summary>
    public abstract int Size { get; }

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
}
