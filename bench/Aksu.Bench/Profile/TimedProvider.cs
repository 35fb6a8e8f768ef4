using Aksu.Cryptography;

namespace Aksu.Bench.Profile;

/// <summary>A provider that measures the time spent in another one, operation by operation.</summary>
internal sealed class TimedProvider(CryptographyProvider inner, OperationClock clock) : CryptographyProvider
{
    public override IReadOnlyList<HashFunction> Hashes { get; } = [.. inner.Hashes.Select(hash => new TimedHash(hash, clock))];

    public override IReadOnlyList<HashFunction> LegacyHashes => inner.LegacyHashes;

    public override IReadOnlyList<AeadAlgorithm> Aeads { get; } = [.. inner.Aeads.Select(aead => new TimedAeadAlgorithm(aead, clock))];

    public override IReadOnlyList<KeyExchangeAlgorithm> KeyExchanges { get; } =
        [.. inner.KeyExchanges.Select(exchange => new TimedKeyExchange(exchange, clock))];

    public override void FillRandom(Span<byte> destination)
    {
        using OperationClock.Scope scope = clock.Time("random bytes");
        inner.FillRandom(destination);
    }

    public override VerificationKey? ImportPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        using OperationClock.Scope scope = clock.Time("public key: import");
        return inner.ImportPublicKey(subjectPublicKeyInfo) is { } key ? new TimedVerificationKey(key, clock) : null;
    }

    public override SigningKey? ImportPrivateKey(ReadOnlySpan<byte> pkcs8) =>
        inner.ImportPrivateKey(pkcs8) is { } key ? new TimedSigningKey(key, clock) : null;

    public override GeneratedKey GenerateKey(KeyKind kind, int rsaKeySizeInBits = 2048) => inner.GenerateKey(kind, rsaKeySizeInBits);
}
