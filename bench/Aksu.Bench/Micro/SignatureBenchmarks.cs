using Aksu.Cryptography;
using BenchmarkDotNet.Attributes;

namespace Aksu.Bench.Micro;

public class SignatureBenchmarks
{
    private readonly byte[] _data = new byte[130];
    private SignatureAlgorithm _algorithm;
    private SigningKey? _key;
    private VerificationKey? _public;
    private byte[] _signature = [];

    [Params(KeyKind.EcP256, KeyKind.Rsa, KeyKind.Ed25519)]
    public KeyKind Kind { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _algorithm = Kind switch
        {
            KeyKind.EcP256 => SignatureAlgorithm.EcdsaSha256,
            KeyKind.Rsa => SignatureAlgorithm.RsaPssSha256,
            _ => SignatureAlgorithm.Ed25519,
        };
        _key = CryptographyProvider.Default.GenerateKey(Kind).Key;
        _public = CryptographyProvider.Default.ImportPublicKey(_key.SubjectPublicKeyInfo.Span)!;
        byte[] buffer = new byte[_key.MaxSignatureSize];
        _signature = buffer[.._key.Sign(_algorithm, _data, buffer)];
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _key!.Dispose();
        _public!.Dispose();
    }

    [Benchmark]
    public int Sign() => _key!.Sign(_algorithm, _data, stackalloc byte[_key.MaxSignatureSize]);

    [Benchmark]
    public bool Verify() => _public!.Verify(_algorithm, _data, _signature);

    [Benchmark]
    public void ImportPublicKey() => CryptographyProvider.Default.ImportPublicKey(_key!.SubjectPublicKeyInfo.Span)!.Dispose();
}
