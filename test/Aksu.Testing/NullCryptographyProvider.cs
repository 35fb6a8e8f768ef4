using Aksu.Cryptography.Keys;

namespace Aksu.Testing;

/// <summary>
/// No cryptography at all: ciphers copy, digests and codes are zeros, secrets are zeros, every signature is right. A fuzzer that writes
/// messages by hand gets past Finished and CertificateVerify into the deep states, and each run is cheap and repeatable.
/// </summary>
public sealed class NullCryptographyProvider : CryptographyProvider
{
    private int _counter;

    public override IReadOnlyList<HashFunction> Hashes { get; } =
        [.. Default.Hashes.Select(real => new NullHashFunction(real.Name, real.Size))];

    public override IReadOnlyList<HashFunction> LegacyHashes { get; } =
        [.. Default.LegacyHashes.Select(real => new NullHashFunction(real.Name, real.Size))];

    public override IReadOnlyList<AeadAlgorithm> Aeads { get; } =
        [.. Default.Aeads.Select(real => new NullAeadAlgorithm(real.Name, real.KeySize, real.TagSize))];

    public override IReadOnlyList<CbcAlgorithm> CbcCiphers { get; } =
        [.. Default.CbcCiphers.Select(real => new NullCbcAlgorithm(real.Name, real.KeySize))];

    public override IReadOnlyList<KeyExchangeAlgorithm> KeyExchanges { get; } =
        [.. Default.KeyExchanges.Select(real => new NullKeyExchange(real.Name, real.OfferSize, real.AnswerSize))];

    public override IReadOnlyList<KeyExchangeAlgorithm> FiniteFieldKeyExchanges { get; } =
        [.. Default.FiniteFieldKeyExchanges.Select(real => new NullKeyExchange(real.Name, real.OfferSize, real.AnswerSize))];

    /// <summary>Repeatable, but never the same twice in a row: code that draws until something is new must end.</summary>
    public override void FillRandom(Span<byte> destination)
    {
        int start = Interlocked.Increment(ref _counter);
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = (byte)(start + i);
        }
    }

    /// <summary>Reads the frame of the key, which says its kind, and takes whatever is inside.</summary>
    public override VerificationKey? ImportPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        PublicKeyEncoding.TryRead(subjectPublicKeyInfo, out KeyAlgorithm algorithm, out _) ? new NullVerificationKey(algorithm.Kind) : null;

    public override SigningKey? ImportPrivateKey(ReadOnlySpan<byte> pkcs8) =>
        PrivateKeyEncoding.TryRead(pkcs8, out KeyAlgorithm algorithm, out _) ? new NullSigningKey(algorithm.Kind) : null;

    public override GeneratedKey GenerateKey(KeyKind kind, int rsaKeySizeInBits = 2048) =>
        new(new NullSigningKey(kind), PrivateKeyEncoding.Write(new KeyAlgorithm(kind), new byte[32]));
}
