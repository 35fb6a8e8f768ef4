using Aksu.Cryptography;
using BenchmarkDotNet.Attributes;

namespace Aksu.Bench.Micro;

public class KeyExchangeBenchmarks
{
    private KeyExchangeAlgorithm? _exchange;
    private KeyExchangeOffer? _offer;
    private byte[] _offered = [];
    private byte[] _answer = [];

    [Params("x25519", "secp256r1", "secp384r1")]
    public string Group { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _exchange = CryptographyProvider.Default.FindKeyExchange(Group)!;
        _offer = _exchange.Offer();
        _offered = _offer.PublicValue.ToArray();
        _answer = new byte[_exchange.AnswerSize];
        _exchange.Answer(_offered, _answer)!.Dispose();
    }

    [GlobalCleanup]
    public void Cleanup() => _offer!.Dispose();

    [Benchmark]
    public void Offer() => _exchange!.Offer().Dispose();

    [Benchmark]
    public void Answer() => _exchange!.Answer(_offered, _answer)!.Dispose();

    [Benchmark]
    public void Complete() => _offer!.Complete(_answer)!.Dispose();
}
