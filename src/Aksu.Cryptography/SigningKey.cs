namespace Aksu.Cryptography;

/// <summary>A private key that signs. Thread-safe: one key serves many connections. Disposing wipes it.</summary>
public abstract class SigningKey : IDisposable
{
    /// <summary>The kind of key.</summary>
    public abstract KeyKind Kind { get; }

    /// <summary>Length of the modulus or of the curve's field, in bits.</summary>
    public abstract int KeySizeInBits { get; }

    /// <summary>The public half as a DER SubjectPublicKeyInfo (RFC 5280 §4.1.2.7).</summary>
    public abstract ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>Longest signature this key makes, in bytes.</summary>
    public abstract int MaxSignatureSize { get; }

    /// <summary>Whether the key can sign in this way.</summary>
    public abstract bool Supports(SignatureAlgorithm algorithm);

    /// <summary>Signs <paramref name="data"/> (which is hashed here) into <paramref name="destination"/>; returns the length written.</summary>
    /// <exception cref="ArgumentException">The key does not support the algorithm, or the destination is too short.</exception>
    public abstract int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination);

    /// <inheritdoc/>
    public abstract void Dispose();
}
