using Aksu.Cryptography;
using BenchmarkDotNet.Attributes;

namespace Aksu.Bench.Micro;

public class AeadBenchmarks
{
    private readonly byte[] _nonce = new byte[12];
    private readonly byte[] _tag = new byte[16];
    private readonly byte[] _header = new byte[5];
    private byte[] _data = [];
    private Aead? _aead;

    [Params("AEAD_AES_128_GCM", "AEAD_AES_256_GCM", "AEAD_CHACHA20_POLY1305")]
    public string Cipher { get; set; } = "";

    [Params(16, 100, 1024, 16 * 1024)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        AeadAlgorithm algorithm = CryptographyProvider.Default.FindAead(Cipher)!;
        _aead = algorithm.Create(new byte[algorithm.KeySize]);
        _data = new byte[Size];
    }

    [GlobalCleanup]
    public void Cleanup() => _aead!.Dispose();

    [Benchmark]
    public void Seal() => _aead!.Seal(_nonce, _data, _data, _tag, _header);

    [Benchmark]
    public bool SealAndOpen()
    {
        _aead!.Seal(_nonce, _data, _data, _tag, _header);
        return _aead.TryOpen(_nonce, _data, _tag, _data, _header);
    }
}
