namespace Aksu.Cryptography;

/// <summary>The initiator's half of one key exchange. Not thread-safe. Disposing wipes the private key.</summary>
public abstract class KeyExchangeOffer : IDisposable
{
    /// <summary>What is sent to the peer; valid until <see cref="Dispose"/>.</summary>
    public abstract ReadOnlySpan<byte> PublicValue { get; }

    /// <summary>
    /// The shared secret from the peer's answer, owned by the caller; null when <paramref name="answer"/> is not a valid public value.
    /// </summary>
    public abstract Secret? Complete(ReadOnlySpan<byte> answer);

    /// <inheritdoc/>
    public abstract void Dispose();
}
