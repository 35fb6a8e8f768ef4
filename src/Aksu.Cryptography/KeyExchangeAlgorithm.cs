namespace Aksu.Cryptography;

/// <summary>
/// A way for two parties to come to a shared secret in one round: Diffie-Hellman over a curve or field, or a key encapsulation.
/// The initiator makes an offer, the responder answers it, and both hold the same secret. Instances are immutable and thread-safe.
/// </summary>
public abstract class KeyExchangeAlgorithm
{
    /// <summary>The name that the standards use, e.g. <c>x25519</c> or <c>secp256r1</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Length in bytes of what the initiator sends.</summary>
    public abstract int OfferSize { get; }

    /// <summary>Length in bytes of what the responder sends.</summary>
    public abstract int AnswerSize { get; }

    /// <summary>
    /// The prime of a finite field whose generator is 2 (RFC 7919 §A), big-endian, which TLS 1.2 spells out on the wire; empty for
    /// everything else.
    /// </summary>
    public virtual ReadOnlyMemory<byte> Prime => default;

    /// <summary>Makes a fresh ephemeral key pair, to be used for one exchange. The caller disposes it.</summary>
    public abstract KeyExchangeOffer Offer();

    /// <summary>
    /// The responder's whole part: writes the answer into the first <see cref="AnswerSize"/> bytes of <paramref name="answer"/> and
    /// returns the shared secret, owned by the caller; null when <paramref name="offer"/> is not a valid public value (wrong length or
    /// form, not on the curve, or an all-zero result: RFC 9846 §7.4).
    /// </summary>
    public abstract Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer);
}
