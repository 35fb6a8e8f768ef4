using System.Net.Security;
using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;
using Aksu.Bench.Transport;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Contestants;

internal sealed class SslStreamHandshakes : Work
{
    private static readonly byte[] OneByte = [1];

    private readonly byte[] _received = new byte[1];
    private readonly HandshakeScenario _scenario;
    private (MemoryDuplex Client, MemoryDuplex Server)? _ends;
    private readonly SslClientAuthenticationOptions _clientOptions;
    private readonly SslServerAuthenticationOptions _serverOptions;

    public SslStreamHandshakes(HandshakeScenario scenario)
    {
        _scenario = scenario;
        CertificateSet certificates = CertificateSet.Of(scenario.Certificates);
        _clientOptions = SslStreams.Client(certificates, scenario.Version, scenario.HasClientCertificate);
        _serverOptions = SslStreams.Server(certificates, scenario.Version, scenario.HasClientCertificate);

        // Without resumption the stream makes a context for every connection, and is slower. So it stays on; a client of TLS 1.3 that reads
        // nothing takes no ticket. In TLS 1.2 the ticket comes in the handshake: there the client has to decline.
        _clientOptions.AllowTlsResume = scenario.IsResumed || scenario.Version == ProtocolVersion.Tls13;
    }

    protected override void Execute(int count)
    {
        for (int i = 0; i < count; i++)
        {
            One(isFirst: i == 0);
        }
    }

    private void One(bool isFirst)
    {
        (SslStream client, SslStream server, MemoryDuplex clientEnd) = SslStreams.Connect(_clientOptions, _serverOptions, ref _ends);
        using (client)
        using (server)
        {
            CheckKind(client, clientEnd.BytesReceived, isFirst);
            (SslStream from, SslStream to) = _scenario.IsResumed ? (server, client) : (client, server);
            from.WriteAsync(OneByte).AsTask().GetAwaiter().GetResult();
            if (to.ReadAsync(_received).AsTask().GetAwaiter().GetResult() != 1)
            {
                throw new InvalidOperationException("The byte did not arrive.");
            }
        }
    }

    /// <summary>The stream does not say whether it resumed: but a server's flight with certificates is far longer than without.</summary>
    private void CheckKind(SslStream client, long bytesFromServer, bool isFirst)
    {
        const int LongestWithoutCertificates = 650;
        bool isResumed = bytesFromServer < LongestWithoutCertificates;
        if (isResumed != _scenario.IsResumed && !isFirst)
        {
            throw new InvalidOperationException($"A handshake was of the other kind: {bytesFromServer} bytes came from the server.");
        }

        SslStreams.CheckSuite(client, _scenario.Suite);
        if (_scenario.HasClientCertificate && client.LocalCertificate is null)
        {
            throw new InvalidOperationException("The client did not present its certificate.");
        }
    }
}
