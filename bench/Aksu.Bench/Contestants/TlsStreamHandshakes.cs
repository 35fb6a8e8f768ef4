using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;
using Aksu.Bench.Transport;
using Aksu.Tls;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Contestants;

internal sealed class TlsStreamHandshakes : Work
{
    private static readonly byte[] OneByte = [1];

    private readonly byte[] _received = new byte[1];
    private readonly HandshakeScenario _scenario;
    private (MemoryDuplex Client, MemoryDuplex Server)? _ends;
    private readonly TlsClient _client;
    private readonly TlsServer _server;

    public TlsStreamHandshakes(HandshakeScenario scenario)
    {
        _scenario = scenario;
        (_client, _server) = TlsStreams.Party(
            scenario.Certificates,
            scenario.Version,
            scenario.HasClientCertificate,
            scenario.Suite,
            clientResumes: scenario.IsResumed || scenario.Version == ProtocolVersion.Tls13,
            keepsSessions: scenario.IsByIdentifier);
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
        (TlsStream client, TlsStream server) = TlsStreams.Connect(_client, _server, ref _ends);
        using (client)
        using (server)
        {
            if (client.Info.IsResumed != _scenario.IsResumed && !isFirst)
            {
                throw new InvalidOperationException("A handshake was of the other kind.");
            }

            (TlsStream from, TlsStream to) = _scenario.IsResumed ? (server, client) : (client, server);
            from.WriteAsync(OneByte).AsTask().GetAwaiter().GetResult();
            if (to.ReadAsync(_received).AsTask().GetAwaiter().GetResult() != 1)
            {
                throw new InvalidOperationException("The byte did not arrive.");
            }
        }
    }
}
