using Aksu.Bench.Measuring;
using Aksu.Bench.Profile;
using Aksu.Bench.Scenarios;
using Aksu.Tls.Engine.Connections;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Bench.Contestants;

internal sealed class EngineHandshakes(HandshakeScenario scenario, OperationClock? clock = null) : Work
{
    private static readonly byte[] OneByte = [1];

    private readonly EngineParty _party = new(
        scenario.Certificates, scenario.Version, scenario.HasClientCertificate, scenario.Suite, clock, scenario.IsByIdentifier);

    private TlsSession? _session;

    protected override void Execute(int count)
    {
        for (int i = 0; i < count; i++)
        {
            One();
        }
    }

    public override void Dispose() => _session?.Dispose();

    private void One()
    {
        (ClientEngine client, ServerEngine server) = _party.Connect(_session);
        using (client)
        using (server)
        {
            if (client.Parameters!.IsResumed != (_session is not null))
            {
                throw new InvalidOperationException("A handshake was of the other kind.");
            }

            (TlsEngine from, TlsEngine to) = scenario.IsResumed ? ((TlsEngine)server, (TlsEngine)client) : (client, server);
            if (_party.Transfer(OneByte, from, to) != 1)
            {
                throw new InvalidOperationException("The byte did not arrive.");
            }

            // A session of TLS 1.2 is used again until there is another.
            if (scenario.IsResumed && client.TryTakeSession(out TlsSession? next))
            {
                _session?.Dispose();
                _session = next;
            }
        }
    }
}
