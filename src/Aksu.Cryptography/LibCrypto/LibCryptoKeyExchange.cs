using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.LibCrypto;

/// <summary>Diffie-Hellman of libcrypto over one group.</summary>
internal sealed class LibCryptoKeyExchange : KeyExchangeAlgorithm
{
    private readonly LibCryptoGroup _group;

    private LibCryptoKeyExchange(LibCryptoGroup group) => _group = group;

    public static LibCryptoKeyExchange X25519 { get; } = new(new LibCryptoMontgomeryCurve("x25519", 32, "X25519"u8));

    public static LibCryptoKeyExchange X448 { get; } = new(new LibCryptoMontgomeryCurve("x448", 56, "X448"u8));

    public static LibCryptoKeyExchange P256 { get; } = new(LibCryptoPrimeCurve.P256);

    public static LibCryptoKeyExchange P384 { get; } = new(LibCryptoPrimeCurve.P384);

    public static LibCryptoKeyExchange P521 { get; } = new(LibCryptoPrimeCurve.P521);

    public static IReadOnlyList<KeyExchangeAlgorithm> FiniteFields { get; } =
        [.. FiniteFieldGroup.All.Select(group => new LibCryptoKeyExchange(new LibCryptoFiniteField(group)))];

    public override string Name => _group.Name;

    public override int OfferSize => _group.PublicSize;

    public override int AnswerSize => _group.PublicSize;

    public override ReadOnlyMemory<byte> Prime => _group.Prime;

    public override KeyExchangeOffer Offer() => new LibCryptoOffer(_group);

    public override Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer)
    {
        using var mine = new LibCryptoOffer(_group);
        mine.PublicValue.CopyTo(answer);
        return mine.Complete(offer);
    }
}
