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

    /// <summary>
    /// Signs <paramref name="data"/> (which is hashed here) into <paramref name="destination"/>; returns the length written.
    /// </summary>
    /// <exception cref="ArgumentException">The key does not support the algorithm, or the destination is too short.</exception>
    public abstract int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination);

    /// <summary>Whether <see cref="DecryptPreMasterSecret"/> works: for RSA keys that are not bound to signing.</summary>
    public virtual bool SupportsKeyTransport => false;

    /// <summary>
    /// The server's half of RSA key transport in TLS 1.2 and before (RFC 5246 §7.4.7.1). When the ciphertext has the wrong length, padding
    /// or inner length, or carries another version, <paramref name="preMasterSecret"/> is filled with random bytes instead; nothing, nor
    /// the time that it takes, says which of both happened, and the handshake fails later, at Finished.
    /// </summary>
    /// <param name="ciphertext">What the client sent.</param>
    /// <param name="expectedVersion">The version that the client offered in its hello, as on the wire.</param>
    /// <param name="preMasterSecret">48 bytes, filled in any case.</param>
    /// <exception cref="NotSupportedException">The key is not for key transport.</exception>
    /// <exception cref="ArgumentException">The destination does not have 48 bytes.</exception>
    public virtual void DecryptPreMasterSecret(ReadOnlySpan<byte> ciphertext, ushort expectedVersion, Span<byte> preMasterSecret) =>
        throw new NotSupportedException("This key is not for key transport.");

    /// <inheritdoc/>
    public abstract void Dispose();
}
