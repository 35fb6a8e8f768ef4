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

    /// <summary>Whether <see cref="EncryptPreMasterSecret"/> works: for RSA keys that are not bound to signing.</summary>
    public virtual bool SupportsKeyTransport => false;

    /// <summary>
    /// The client's half of RSA key transport in TLS 1.2 and before (RFC 5246 §7.4.7.1): RSAES-PKCS1-v1_5 (RFC 8017 §7.2).
    /// </summary>
    /// <param name="preMasterSecret">48 bytes.</param>
    /// <param name="destination">Receives as many bytes as the modulus has.</param>
    /// <returns>The length written.</returns>
    /// <exception cref="NotSupportedException">The key is not for key transport.</exception>
    /// <exception cref="ArgumentException">The secret does not have 48 bytes, or the destination is too short.</exception>
    public virtual int EncryptPreMasterSecret(ReadOnlySpan<byte> preMasterSecret, Span<byte> destination) =>
        throw new NotSupportedException("This key is not for key transport.");

    /// <inheritdoc/>
    public abstract void Dispose();
}
