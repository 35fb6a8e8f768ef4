namespace Aksu.Cryptography.BouncyCastle;

/// <summary>X25519 and X448 (RFC 7748, RFC 9846 §7.4.2) of BouncyCastle, whose ladders run in constant time.</summary>
internal sealed class MontgomeryKeyExchange : KeyExchangeAlgorithm
{
    private readonly MontgomeryFunction _function;

    private MontgomeryKeyExchange(MontgomeryFunction function) => _function = function;

    public static MontgomeryKeyExchange X25519 { get; } = new(MontgomeryFunction.X25519);

    public static MontgomeryKeyExchange X448 { get; } = new(MontgomeryFunction.X448);

    public override string Name => _function.Name;

    public override int OfferSize => _function.Size;

    public override int AnswerSize => _function.Size;

    public override KeyExchangeOffer Offer() => new MontgomeryOffer(_function);

    public override Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer)
    {
        using var mine = new MontgomeryOffer(_function);
        mine.PublicValue.CopyTo(answer);
        return mine.Complete(offer);
    }
}
