namespace Aksu.Cryptography.LibCrypto;

internal sealed class LibCryptoOffer : KeyExchangeOffer
{
    private readonly LibCryptoGroup _group;
    private readonly KeyHandle _key;
    private readonly byte[] _publicValue;

    public LibCryptoOffer(LibCryptoGroup group)
    {
        _group = group;
        _publicValue = new byte[group.PublicSize];
        _key = group.Generate(_publicValue);
    }

    public override ReadOnlySpan<byte> PublicValue => _publicValue;

    public override Secret? Complete(ReadOnlySpan<byte> answer) => _group.Agree(_key, answer);

    public override void Dispose() => _key.Dispose();
}
