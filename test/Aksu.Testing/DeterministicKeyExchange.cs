namespace Aksu.Testing;

/// <summary>A Diffie-Hellman exchange whose private keys come from a script first, then from a stream. Thread-safe.</summary>
internal sealed class DeterministicKeyExchange(DiffieHellmanFunction function, DeterministicBytes stream) : KeyExchangeAlgorithm
{
    private readonly Queue<byte[]> _scripted = new();

    public override string Name => function.Name;

    public override int OfferSize => function.PublicSize;

    public override int AnswerSize => function.PublicSize;

    public void Script(ReadOnlySpan<byte> privateKey)
    {
        if (privateKey.Length != function.PrivateSize)
        {
            throw new ArgumentException($"A private key of {Name} has {function.PrivateSize} bytes.", nameof(privateKey));
        }
        lock (_scripted)
        {
            _scripted.Enqueue(privateKey.ToArray());
        }
    }

    public override KeyExchangeOffer Offer() => new DeterministicOffer(function, NextPrivateKey());

    public override Secret? Answer(ReadOnlySpan<byte> offer, Span<byte> answer)
    {
        using KeyExchangeOffer mine = Offer();
        mine.PublicValue.CopyTo(answer);
        return mine.Complete(offer);
    }

    private byte[] NextPrivateKey()
    {
        lock (_scripted)
        {
            return _scripted.TryDequeue(out byte[]? scripted) ? scripted : function.PrivateFrom(stream);
        }
    }

    private sealed class DeterministicOffer(DiffieHellmanFunction function, byte[] privateKey) : KeyExchangeOffer
    {
        private readonly byte[] _publicValue =
            RememberedResults.Get(function.Name + " public", privateKey, [], () => function.DerivePublic(privateKey))!;

        public override ReadOnlySpan<byte> PublicValue => _publicValue;

        public override Secret? Complete(ReadOnlySpan<byte> answer)
        {
            byte[] peer = answer.ToArray();
            return RememberedResults.Get(function.Name + " agree", privateKey, peer, () => function.Agree(privateKey, peer)) is { } secret
                ? Secret.CopyOf(secret)
                : null;
        }

        public override void Dispose() => Array.Clear(privateKey);
    }
}
