using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Platform;

/// <summary>Elliptic-curve Diffie-Hellman of the platform on a NIST curve (RFC 9846 §4.3.8.2, §7.4.2).</summary>
internal sealed class PlatformEcdhKeyExchange : KeyExchangeAlgorithm
{
    private readonly PrimeCurve _curve;

    private PlatformEcdhKeyExchange(PrimeCurve curve) => _curve = curve;

    public static PlatformEcdhKeyExchange P256 { get; } = new(PrimeCurve.P256);

    public static PlatformEcdhKeyExchange P384 { get; } = new(PrimeCurve.P384);

    public static PlatformEcdhKeyExchange P521 { get; } = new(PrimeCurve.P521);

    public override string Name => _curve.Name;

    public override int OfferSize => _curve.PointSize;

    public override int AnswerSize => _curve.PointSize;

    public override KeyExchangeOffer Offer() => new PlatformEcdhOffer(_curve);

    public override Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer)
    {
        using var mine = new PlatformEcdhOffer(_curve);
        mine.PublicValue.CopyTo(answer);
        return mine.Complete(offer);
    }
}
