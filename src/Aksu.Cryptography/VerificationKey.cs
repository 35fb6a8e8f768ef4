namespace Aksu.Cryptography;

/// <summary>A public key that checks signatures. Thread-safe.</summary>
public abstract class VerificationKey : IDisposable
{
    /// <summary>The kind of key.</summary>
    public abstract KeyKind Kind { get; }

    /// <summary>Length of the modulus or of the curve's field, in bits.</summary>
    public abstract int KeySizeInBits { get; }

    /// <summary>Whether the key can check signatures of this kind.</summary>
    public abstract bool Supports(SignatureAlgorithm algorithm);

    /// <summary>Whether <paramref name="signature"/> is right for <paramref name="data"/>; false as well when it is malformed.</summary>
    /// <exception cref="ArgumentException">The key does not support the algorithm.</exception>
    public abstract bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <inheritdoc/>
    public abstract void Dispose();
}
