using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;
using Aksu.Tls.Engine.Connections;

namespace Aksu.Bench.Contestants;

internal sealed class EngineRecords : Work
{
    private readonly byte[] _sent;
    private readonly EngineParty _party;
    private readonly ClientEngine _client;
    private readonly ServerEngine _server;

    public EngineRecords(RecordScenario scenario)
    {
        _sent = new byte[scenario.Size];
        _party = new EngineParty(CertificateKind.EcdsaP256, scenario.Version, hasClientCertificate: false, scenario.Suite);
        (_client, _server) = _party.Connect(session: null);
        _party.Transfer([1], _server, _client); // the tickets go first
    }

    protected override void Execute(int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (_party.Transfer(_sent, _client, _server) != _sent.Length)
            {
                throw new InvalidOperationException("The data did not arrive.");
            }
        }
    }

    public override void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }
}
