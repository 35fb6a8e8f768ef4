using System.Security.Cryptography;
using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The last rung of the key schedule (RFC 9846 §7.1; called master secret in RFC 8446).</summary>
internal sealed class MainSecret(Suite13 suite, Secret secret) : IDisposable
{
    /// <summary>Null when the next rung has its memory.</summary>
    private Secret? _secret = secret;

    private Secret Held => _secret ?? throw new ObjectDisposedException(nameof(MainSecret));

    /// <summary>client_application_traffic_secret_0 over ClientHello…server Finished.</summary>
    public TrafficSecret DeriveClientTraffic(ReadOnlySpan<byte> transcriptHash) =>
        DerivedSecrets.DeriveTraffic(suite, Held, "c ap traffic", transcriptHash);

    /// <summary>server_application_traffic_secret_0 over ClientHello…server Finished.</summary>
    public TrafficSecret DeriveServerTraffic(ReadOnlySpan<byte> transcriptHash) =>
        DerivedSecrets.DeriveTraffic(suite, Held, "s ap traffic", transcriptHash);

    /// <summary>exporter_secret over ClientHello…server Finished.</summary>
    public ExporterSecret DeriveExporter(ReadOnlySpan<byte> transcriptHash) =>
        new(suite.Hash, DerivedSecrets.Derive(suite.Hash, Held, "exp master", transcriptHash));

    /// <summary>Consumes this rung, which is written over: resumption_secret over ClientHello…client Finished.</summary>
    public ResumptionSecret IntoResumption(ReadOnlySpan<byte> transcriptHash)
    {
        Span<byte> next = stackalloc byte[HashFunction.MaxSize];
        next = next[..suite.Hash.Size];
        Secret memory = Held;
        HkdfLabel.Expand(suite.Hash, memory.Span, "res master", transcriptHash, next);
        next.CopyTo(memory.Span);
        CryptographicOperations.ZeroMemory(next);
        _secret = null;
        return new ResumptionSecret(suite, memory);
    }

    public void Dispose() => _secret?.Dispose();
}
