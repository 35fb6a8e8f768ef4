namespace Aksu.Cryptography.LibCrypto;

/// <summary>Diffie-Hellman of libcrypto over one curve.</summary>
internal sealed class LibCryptoKeyExchange : KeyExchangeAlgorithm
{
    private readonly LibCryptoCurve _curve;

    private LibCryptoKeyExchange(LibCryptoCurve curve) => _curve = curve;

    public static LibCryptoKeyExchange X25519 { get; } = new(new LibCryptoMontgomeryCurve("x25519", 32, "X25519"u8));

    public static LibCryptoKeyExchange X448 { get; } = new(new LibCryptoMontgomeryCurve("x448", 56, "X448"u8));

    public static LibCryptoKeyExchange P256 { get; } = new(LibCryptoPrimeCurve.P256);

    public static LibCryptoKeyExchange P384 { get; } = new(LibCryptoPrimeCurve.P384);

    public static LibCryptoKeyExchange P521 { get; } = new(LibCryptoPrimeCurve.P521);

    public override string Name => _curve.Name;

    public override int OfferSize => _curve.PublicSize;

    public override int AnswerSize => _curve.PublicSize;

    public override KeyExchangeOffer Offer() => new LibCryptoOffer(_curve);

    public override Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer)
    {
        using var mine = new LibCryptoOffer(_curve);
        mine.PublicValue.CopyTo(answer);
        return mine.Complete(offer);
    }
}
