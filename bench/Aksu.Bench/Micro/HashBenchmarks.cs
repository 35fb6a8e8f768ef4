using Aksu.Cryptography;
using BenchmarkDotNet.Attributes;

namespace Aksu.Bench.Micro;

public class HashBenchmarks
{
    private readonly byte[] _info = new byte[70];
    private readonly byte[] _message = new byte[300];
    private readonly byte[] _output = new byte[HashFunction.MaxSize];
    private byte[] _key = [];
    private HashFunction? _hash;
    private RunningHash? _running;

    [Params("SHA-256", "SHA-384")]
    public string Hash { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _hash = CryptographyProvider.Default.FindHash(Hash)!;
        _key = new byte[_hash.Size];
        _running = _hash.Start();
    }

    [GlobalCleanup]
    public void Cleanup() => _running!.Dispose();

    [Benchmark]
    public void HashOf300Bytes() => _hash!.Hash(_message, _output);

    [Benchmark]
    public void PeekAtRunningHash() => _running!.Peek(_output);

    [Benchmark]
    public void Hmac() => _hash!.Hmac(_key, _info, _output);

    [Benchmark]
    public void HkdfExpand() => _hash!.HkdfExpand(_key, _info, _output.AsSpan(0, _hash.Size));
}
