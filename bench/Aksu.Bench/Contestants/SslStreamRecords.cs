using System.Net.Security;
using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Contestants;

internal sealed class SslStreamRecords : Work
{
    private readonly byte[] _sent;
    private readonly byte[] _received;
    private readonly SslStream _client;
    private readonly SslStream _server;

    public SslStreamRecords(RecordScenario scenario)
    {
        _sent = new byte[scenario.Size];
        _received = new byte[scenario.Size];
        CertificateSet certificates = CertificateSet.Of(CertificateKind.EcdsaP256);
        SslClientAuthenticationOptions clientOptions = SslStreams.Client(certificates, ProtocolVersion.Tls13, hasCertificate: false);
#pragma warning disable CA1416 // Only Windows has no choice of suites; there the platform's own stands.
        clientOptions.CipherSuitesPolicy = OperatingSystem.IsLinux() ? new CipherSuitesPolicy([TlsCipherSuite.TLS_AES_128_GCM_SHA256]) : null;
#pragma warning restore CA1416
        (_client, _server, _) = SslStreams.Connect(
            clientOptions, SslStreams.Server(certificates, ProtocolVersion.Tls13, asksForCertificate: false));
    }

    protected override void Execute(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Wait(_client.WriteAsync(_sent));
            for (int got = 0; got < _received.Length;)
            {
                ValueTask<int> read = _server.ReadAsync(_received.AsMemory(got));
                got += read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult();
            }
        }
    }

    public override void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    private static void Wait(ValueTask write)
    {
        if (!write.IsCompletedSuccessfully)
        {
            write.AsTask().GetAwaiter().GetResult();
        }
    }
}
