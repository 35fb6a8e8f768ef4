using Aksu.Cryptography;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>The default provider, with hashes one of whose HMACs throws. Not thread-safe.</summary>
/// <param name="countdown">Which one.</param>
internal sealed class BreakingProvider(Countdown countdown) : CryptographyProvider
{
    public override IReadOnlyList<HashFunction> Hashes { get; } = [.. Default.Hashes.Select(hash => new BreakingHash(hash, countdown))];

    public override IReadOnlyList<AeadAlgorithm> Aeads => Default.Aeads;

    /// <summary>The name of a key exchange that it does not have; null for none.</summary>
    public string? Lacks { get; init; }

    public override IReadOnlyList<KeyExchangeAlgorithm> KeyExchanges =>
        [.. Default.KeyExchanges.Where(exchange => exchange.Name != Lacks)];

    public override void FillRandom(Span<byte> destination) => Default.FillRandom(destination);

    public override VerificationKey? ImportPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        Default.ImportPublicKey(subjectPublicKeyInfo);

    public override SigningKey? ImportPrivateKey(ReadOnlySpan<byte> pkcs8) => Default.ImportPrivateKey(pkcs8);

    public override GeneratedKey GenerateKey(KeyKind kind, int rsaKeySizeInBits = 2048) => Default.GenerateKey(kind, rsaKeySizeInBits);

    private sealed class BreakingHash(HashFunction inner, Countdown countdown) : HashFunction
    {
        public override string Name => inner.Name;

        public override int Size => inner.Size;

        public override void Hash(ReadOnlySpan<byte> source, Span<byte> destination) => inner.Hash(source, destination);

        public override RunningHash Start() => inner.Start();

        public override Hmac StartHmac(ReadOnlySpan<byte> key) => new BreakingHmac(inner.StartHmac(key), countdown);
    }

    private sealed class BreakingHmac(Hmac inner, Countdown countdown) : Hmac
    {
        public override int Size => inner.Size;

        public override void Append(ReadOnlySpan<byte> source) => inner.Append(source);

        public override void Finish(Span<byte> destination)
        {
            countdown.Next("an HMAC");
            inner.Finish(destination);
        }

        public override void Dispose() => inner.Dispose();
    }
}
