namespace Aksu.Cryptography.LibCrypto;

internal sealed class LibCryptoOffer : KeyExchangeOffer
{
    private readonly LibCryptoCurve _curve;
    private readonly KeyHandle _key;
    private readonly byte[] _publicValue;

    public LibCryptoOffer(LibCryptoCurve curve)
    {
        _curve = curve;
        _publicValue = new byte[curve.PublicSize];
        _key = curve.Generate(_publicValue);
    }

    public override ReadOnlySpan<byte> PublicValue => _publicValue;

    public override Secret? Complete(ReadOnlySpan<byte> answer) => _curve.Agree(_key, answer);

    public override void Dispose() => _key.Dispose();
}
