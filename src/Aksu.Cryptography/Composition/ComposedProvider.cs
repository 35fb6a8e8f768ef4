using Aksu.Cryptography.Keys;

namespace Aksu.Cryptography.Composition;

/// <summary>A provider made of entries from several sources.</summary>
internal sealed class ComposedProvider : CryptographyProvider
{
    private readonly IReadOnlyList<KeyFactory> _keyFactories;
    private readonly RecentPublicKeys _recentKeys = new();

    public ComposedProvider(
        IReadOnlyList<HashFunction> hashes,
        IReadOnlyList<HashFunction> legacyHashes,
        IReadOnlyList<AeadAlgorithm> aeads,
        IReadOnlyList<CbcAlgorithm> cbcCiphers,
        IReadOnlyList<KeyExchangeAlgorithm> keyExchanges,
        IReadOnlyList<KeyExchangeAlgorithm> finiteFieldKeyExchanges,
        IReadOnlyList<KeyFactory> keyFactories)
    {
        Hashes = hashes;
        LegacyHashes = legacyHashes;
        Aeads = aeads;
        CbcCiphers = cbcCiphers;
        KeyExchanges = keyExchanges;
        FiniteFieldKeyExchanges = finiteFieldKeyExchanges;
        _keyFactories = keyFactories;
    }

    public override IReadOnlyList<HashFunction> Hashes { get; }

    public override IReadOnlyList<HashFunction> LegacyHashes { get; }

    public override IReadOnlyList<AeadAlgorithm> Aeads { get; }

    public override IReadOnlyList<CbcAlgorithm> CbcCiphers { get; }

    public override IReadOnlyList<KeyExchangeAlgorithm> KeyExchanges { get; }

    public override IReadOnlyList<KeyExchangeAlgorithm> FiniteFieldKeyExchanges { get; }

    public override void FillRandom(Span<byte> destination) => BufferedRandom.Fill(destination);

    public override VerificationKey? ImportPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        _recentKeys.Find(subjectPublicKeyInfo) ?? ReadPublicKey(subjectPublicKeyInfo);

    public override SigningKey? ImportPrivateKey(ReadOnlySpan<byte> pkcs8) =>
        PrivateKeyEncoding.TryRead(pkcs8, out KeyAlgorithm algorithm, out ReadOnlySpan<byte> key)
            ? FactoryFor(algorithm.Kind)?.ImportPrivate(algorithm, key)
            : null;

    public override GeneratedKey GenerateKey(KeyKind kind, int rsaKeySizeInBits = 2048)
    {
        if (kind is KeyKind.Rsa or KeyKind.RsaPss)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(rsaKeySizeInBits, RsaLimits.MinModulusBits);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(rsaKeySizeInBits, RsaLimits.MaxModulusBits);
        }
        KeyFactory factory = FactoryFor(kind) ?? throw new NotSupportedException($"No implementation of {kind} keys is available.");
        return factory.Generate(kind, rsaKeySizeInBits);
    }

    private VerificationKey? ReadPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        PublicKeyEncoding.TryRead(subjectPublicKeyInfo, out KeyAlgorithm algorithm, out ReadOnlySpan<byte> key)
        && FactoryFor(algorithm.Kind)?.ImportPublic(algorithm, key) is { } imported
            ? _recentKeys.Add(subjectPublicKeyInfo, imported)
            : null;

    private KeyFactory? FactoryFor(KeyKind kind)
    {
        foreach (KeyFactory factory in _keyFactories)
        {
            if (factory.Handles(kind))
            {
                return factory;
            }
        }
        return null;
    }
}
