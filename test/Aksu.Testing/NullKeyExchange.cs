namespace Aksu.Testing;

/// <summary>Public values of the right length, and a secret of zeros from any value of the right length.</summary>
internal sealed class NullKeyExchange(string name, int offerSize, int answerSize) : KeyExchangeAlgorithm
{
    private const int SecretSize = 32;

    public override string Name => name;

    public override int OfferSize => offerSize;

    public override int AnswerSize => answerSize;

    public override KeyExchangeOffer Offer() => new NullOffer(offerSize, answerSize);

    public override Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer)
    {
        FillPublicValue(answer[..answerSize]);
        return offer.Length == offerSize ? new Secret(SecretSize) : null;
    }

    /// <summary>Starts with 4, as an uncompressed point does.</summary>
    private static void FillPublicValue(Span<byte> destination) => destination.Fill(4);

    private sealed class NullOffer : KeyExchangeOffer
    {
        // As good as any, and counted where it is forgotten.
        private readonly Secret _privateKey = new(SecretSize);
        private readonly byte[] _publicValue;
        private readonly int _answerSize;

        public NullOffer(int offerSize, int answerSize)
        {
            _publicValue = new byte[offerSize];
            _answerSize = answerSize;
            FillPublicValue(_publicValue);
        }

        public override ReadOnlySpan<byte> PublicValue => _publicValue;

        public override Secret? Complete(ReadOnlySpan<byte> answer) => answer.Length == _answerSize ? new Secret(SecretSize) : null;

        public override void Dispose() => _privateKey.Dispose();
    }
}
