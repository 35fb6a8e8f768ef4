using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Bench.Contestants;

/// <summary>Our engine without a stream around it.</summary>
internal sealed class Engines : Contestant
{
    public const string Title = "Aksu engine";

    public override string Name => Title;

    public override Work? Handshakes(HandshakeScenario scenario) =>
        EngineParty.Supports(scenario.Version) ? new EngineHandshakes(scenario) : null;

    public override Work Records(RecordScenario scenario) => new EngineRecords(scenario);

    public override object OpenIdle()
    {
        _idleParty ??= new EngineParty(CertificateKind.EcdsaP256, ProtocolVersion.Tls13, hasClientCertificate: false, suite: null);
        return _idleParty.Connect(session: null);
    }

    private EngineParty? _idleParty;
}
