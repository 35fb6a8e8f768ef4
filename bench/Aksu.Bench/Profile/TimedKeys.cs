using Aksu.Cryptography;

namespace Aksu.Bench.Profile;

internal sealed class TimedSigningKey(SigningKey inner, OperationClock clock) : SigningKey
{
    public override KeyKind Kind => inner.Kind;

    public override int KeySizeInBits => inner.KeySizeInBits;

    public override ReadOnlyMemory<byte> SubjectPublicKeyInfo => inner.SubjectPublicKeyInfo;

    public override int MaxSignatureSize => inner.MaxSignatureSize;

    public override bool Supports(SignatureAlgorithm algorithm) => inner.Supports(algorithm);

    public override int Sign(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        using OperationClock.Scope scope = clock.Time("signature: make");
        return inner.Sign(algorithm, data, destination);
    }

    public override void Dispose() => inner.Dispose();
}

internal sealed class TimedVerificationKey(VerificationKey inner, OperationClock clock) : VerificationKey
{
    public override KeyKind Kind => inner.Kind;

    public override int KeySizeInBits => inner.KeySizeInBits;

    public override bool Supports(SignatureAlgorithm algorithm) => inner.Supports(algorithm);

    public override bool Verify(SignatureAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using OperationClock.Scope scope = clock.Time("signature: check");
        return inner.Verify(algorithm, data, signature);
    }

    public override void Dispose()
    {
        using OperationClock.Scope scope = clock.Time("public key: dispose");
        inner.Dispose();
    }
}

internal sealed class TimedKeyExchange(KeyExchangeAlgorithm inner, OperationClock clock) : KeyExchangeAlgorithm
{
    public override string Name => inner.Name;

    public override int OfferSize => inner.OfferSize;

    public override int AnswerSize => inner.AnswerSize;

    public override KeyExchangeOffer Offer()
    {
        using OperationClock.Scope scope = clock.Time("key exchange: offer");
        return new TimedOffer(inner.Offer(), clock);
    }

    public override Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer)
    {
        using OperationClock.Scope scope = clock.Time("key exchange: answer");
        return inner.Answer(offer, answer);
    }

    private sealed class TimedOffer(KeyExchangeOffer inner, OperationClock clock) : KeyExchangeOffer
    {
        public override ReadOnlySpan<byte> PublicValue => inner.PublicValue;

        public override Secret? Complete(ReadOnlySpan<byte> answer)
        {
            using OperationClock.Scope scope = clock.Time("key exchange: complete");
            return inner.Complete(answer);
        }

        public override void Dispose()
        {
            using OperationClock.Scope scope = clock.Time("key exchange: dispose");
            inner.Dispose();
        }
    }
}
