using Aksu.Bench.Contestants;
using Aksu.Bench.Scenarios;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Registry;
using BenchmarkDotNet.Attributes;

namespace Aksu.Bench.Micro;

/// <summary>A record through our engine: sealed by the client, opened by the server.</summary>
public class RecordBenchmarks
{
    private EngineParty? _party;
    private ClientEngine? _client;
    private ServerEngine? _server;
    private byte[] _data = [];

    [Params("AES-128-GCM", "AES-256-GCM", "ChaCha20-Poly1305")]
    public string Cipher { get; set; } = "";

    [Params(100, 1024, 16 * 1024)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        CipherSuite suite = Cipher switch
        {
            "AES-128-GCM" => CipherSuite.Aes128GcmSha256,
            "AES-256-GCM" => CipherSuite.Aes256GcmSha384,
            _ => CipherSuite.ChaCha20Poly1305Sha256,
        };
        _party = new EngineParty(CertificateKind.EcdsaP256, ProtocolVersion.Tls13, hasClientCertificate: false, suite);
        (_client, _server) = _party.Connect(session: null);
        _data = new byte[Size];
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _client!.Dispose();
        _server!.Dispose();
    }

    [Benchmark]
    public int SealAndOpen() => _party!.Transfer(_data, _client!, _server!);
}
