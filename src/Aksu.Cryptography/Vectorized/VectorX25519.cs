namespace Aksu.Cryptography.Vectorized;

/// <summary>X25519 (RFC 7748) on vector instructions.</summary>
internal sealed class VectorX25519 : KeyExchangeAlgorithm
{
    private readonly EphemeralKeys25519 _keys = new();

    private VectorX25519()
    {
    }

    public static VectorX25519 Instance { get; } = new();

    public override string Name => "x25519";

    public override int OfferSize => KeyPair25519.Size;

    public override int AnswerSize => KeyPair25519.Size;

    public override KeyExchangeOffer Offer() => _keys.Take();

    public override Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer)
    {
        using KeyPair25519 mine = _keys.Take();
        mine.PublicValue.CopyTo(answer);
        return mine.Complete(offer);
    }
}
