using System.Collections.Concurrent;
using Aksu.Cryptography;

namespace Aksu.Tls.Engine.Tests.Attacks;

/// <summary>The default provider, with ciphers that note every key and nonce that they seal with. Thread-safe.</summary>
internal sealed class NonceWatcher : CryptographyProvider
{
    private readonly ConcurrentDictionary<string, byte> _used = new();
    private readonly ConcurrentQueue<string> _reused = new();

    public NonceWatcher() => Aeads = [.. Default.Aeads.Select(aead => new WatchedAlgorithm(aead, this))];

    /// <summary>How many times something was sealed.</summary>
    public int Sealed => _used.Count;

    /// <summary>Pairs of key and nonce that came more than once.</summary>
    public IReadOnlyCollection<string> Reused => _reused;

    public override IReadOnlyList<HashFunction> Hashes => Default.Hashes;

    public override IReadOnlyList<HashFunction> LegacyHashes => Default.LegacyHashes;

    public override IReadOnlyList<CbcAlgorithm> CbcCiphers => Default.CbcCiphers;

    public override IReadOnlyList<AeadAlgorithm> Aeads { get; }

    public override IReadOnlyList<KeyExchangeAlgorithm> KeyExchanges => Default.KeyExchanges;

    public override void FillRandom(Span<byte> destination) => Default.FillRandom(destination);

    public override VerificationKey? ImportPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        Default.ImportPublicKey(subjectPublicKeyInfo);

    public override SigningKey? ImportPrivateKey(ReadOnlySpan<byte> pkcs8) => Default.ImportPrivateKey(pkcs8);

    public override GeneratedKey GenerateKey(KeyKind kind, int rsaKeySizeInBits = 2048) => Default.GenerateKey(kind, rsaKeySizeInBits);

    private void Note(string key, ReadOnlySpan<byte> nonce)
    {
        string pair = key + " " + Convert.ToHexString(nonce);
        if (!_used.TryAdd(pair, 0))
        {
            _reused.Enqueue(pair);
        }
    }

    private sealed class WatchedAlgorithm(AeadAlgorithm inner, NonceWatcher watcher) : AeadAlgorithm
    {
        public override string Name => inner.Name;

        public override int KeySize => inner.KeySize;

        public override int TagSize => inner.TagSize;

        public override Aead Create(ReadOnlySpan<byte> key) => new Watched(inner.Create(key), Convert.ToHexString(key), watcher);
    }

    private sealed class Watched(Aead inner, string key, NonceWatcher watcher) : Aead
    {
        public override void Seal(
            ReadOnlySpan<byte> nonce,
            ReadOnlySpan<byte> plaintext,
            Span<byte> ciphertext,
            Span<byte> tag,
            ReadOnlySpan<byte> associatedData)
        {
            watcher.Note(key, nonce);
            inner.Seal(nonce, plaintext, ciphertext, tag, associatedData);
        }

        public override bool TryOpen(
            ReadOnlySpan<byte> nonce,
            ReadOnlySpan<byte> ciphertext,
            ReadOnlySpan<byte> tag,
            Span<byte> plaintext,
            ReadOnlySpan<byte> associatedData) => inner.TryOpen(nonce, ciphertext, tag, plaintext, associatedData);

        public override void Dispose() => inner.Dispose();
    }
}
