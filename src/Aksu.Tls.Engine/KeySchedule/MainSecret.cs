using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;

namespace Aksu.Tls.Engine.KeySchedule;

/// <summary>The last rung of the key schedule (RFC 9846 §7.1; called master secret in RFC 8446).</summary>
internal sealed class MainSecret(Suite13 suite, Secret secret) : IDisposable
{
    /// <summary>client_application_traffic_secret_0 over ClientHello…server Finished.</summary>
    public TrafficSecret DeriveClientTraffic(ReadOnlySpan<byte> transcriptHash) =>
        DerivedSecrets.DeriveTraffic(suite, secret, "c ap traffic", transcriptHash);

    /// <summary>server_application_traffic_secret_0 over ClientHello…server Finished.</summary>
    public TrafficSecret DeriveServerTraffic(ReadOnlySpan<byte> transcriptHash) =>
        DerivedSecrets.DeriveTraffic(suite, secret, "s ap traffic", transcriptHash);

    /// <summary>exporter_secret over ClientHello…server Finished.</summary>
    public ExporterSecret DeriveExporter(ReadOnlySpan<byte> transcriptHash) =>
        new(suite.Hash, DerivedSecrets.Derive(suite.Hash, secret, "exp master", transcriptHash));

    /// <summary>Consumes this rung: resumption_secret over ClientHello…client Finished.</summary>
    public ResumptionSecret IntoResumption(ReadOnlySpan<byte> transcriptHash)
    {
        var resumption = new ResumptionSecret(suite, DerivedSecrets.Derive(suite.Hash, secret, "res master", transcriptHash));
        Dispose();
        return resumption;
    }

    public void Dispose() => secret.Dispose();
}
