using System.Text;

namespace Aksu.Testing;

/// <summary>
/// Real cryptography whose every random choice comes from a seed, so that a whole flow can be recorded and compared byte for byte:
/// randoms, ephemeral keys, generated keys and PSS salts come from streams of the seed (one for each purpose, so that they don't shift
/// each other), and ECDSA is deterministic (RFC 6979). A test may put given values in front, as published traces need. Thread-safe.
/// </summary>
public sealed class DeterministicCryptographyProvider : CryptographyProvider
{
    private readonly DeterministicBytes _randoms;
    private readonly DeterministicBytes _keys;
    private readonly DeterministicBytes _salts;
    private readonly Queue<byte[]> _scriptedRandoms = new();
    private readonly Dictionary<string, DeterministicKeyExchange> _keyExchanges;

    public DeterministicCryptographyProvider(string seed)
        : this(Encoding.UTF8.GetBytes(seed))
    {
    }

    public DeterministicCryptographyProvider(ReadOnlySpan<byte> seed)
    {
        _randoms = new DeterministicBytes(seed, "random");
        _keys = new DeterministicBytes(seed, "keys");
        _salts = new DeterministicBytes(seed, "salts");
        _keyExchanges = [];
        KeyExchanges = MakeDeterministic(Default.KeyExchanges, seed);
        FiniteFieldKeyExchanges = MakeDeterministic(Default.FiniteFieldKeyExchanges, seed);
    }

    public override IReadOnlyList<HashFunction> Hashes => Default.Hashes;

    public override IReadOnlyList<HashFunction> LegacyHashes => Default.LegacyHashes;

    public override IReadOnlyList<AeadAlgorithm> Aeads => Default.Aeads;

    public override IReadOnlyList<CbcAlgorithm> CbcCiphers => Default.CbcCiphers;

    public override IReadOnlyList<KeyExchangeAlgorithm> KeyExchanges { get; }

    public override IReadOnlyList<KeyExchangeAlgorithm> FiniteFieldKeyExchanges { get; }

    /// <summary>
    /// Queues what a coming <see cref="FillRandom"/> returns. The head of the queue serves the first call that asks for exactly its
    /// length; calls for other lengths go on to take from the seed.
    /// </summary>
    public void ScriptRandom(ReadOnlySpan<byte> bytes)
    {
        lock (_scriptedRandoms)
        {
            _scriptedRandoms.Enqueue(bytes.ToArray());
        }
    }

    /// <summary>
    /// Queues the private key (scalar, big-endian for the NIST curves, as in RFC 7748 for the others) of a coming offer or answer.
    /// </summary>
    public void ScriptPrivateKey(string keyExchange, ReadOnlySpan<byte> privateKey) => _keyExchanges[keyExchange].Script(privateKey);

    public override void FillRandom(Span<byte> destination)
    {
        lock (_scriptedRandoms)
        {
            if (_scriptedRandoms.TryPeek(out byte[]? scripted) && scripted.Length == destination.Length)
            {
                _scriptedRandoms.Dequeue().CopyTo(destination);
                return;
            }
        }
        _randoms.Fill(destination);
    }

    public override VerificationKey? ImportPublicKey(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        Default.ImportPublicKey(subjectPublicKeyInfo) is { } key
            ? new DeterministicVerificationKey(key, subjectPublicKeyInfo.ToArray(), _salts)
            : null;

    public override SigningKey? ImportPrivateKey(ReadOnlySpan<byte> pkcs8) =>
        Default.ImportPrivateKey(pkcs8) is { } key ? new DeterministicSigningKey(key, pkcs8.ToArray(), _salts) : null;

    public override GeneratedKey GenerateKey(KeyKind kind, int rsaKeySizeInBits = 2048)
    {
        byte[] pkcs8 = DeterministicKeyGeneration.Generate(kind, rsaKeySizeInBits, _keys);
        return new GeneratedKey(ImportPrivateKey(pkcs8)!, Secret.CopyOf(pkcs8));
    }

    private List<KeyExchangeAlgorithm> MakeDeterministic(IReadOnlyList<KeyExchangeAlgorithm> exchanges, ReadOnlySpan<byte> seed)
    {
        var result = new List<KeyExchangeAlgorithm>();
        foreach (KeyExchangeAlgorithm exchange in exchanges)
        {
            if (DiffieHellmanFunction.Find(exchange.Name) is { } function)
            {
                var deterministic = new DeterministicKeyExchange(function, new DeterministicBytes(seed, exchange.Name));
                _keyExchanges.Add(exchange.Name, deterministic);
                result.Add(deterministic);
            }
        }
        return result;
    }
}
