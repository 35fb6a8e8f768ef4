using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;

namespace Aksu.Bench.Contestants;

/// <summary>Our stream.</summary>
internal sealed class TlsStreams : Contestant
{
    public const string Title = "Aksu TlsStream";

    public override string Name => Title;

    public override Work? Handshakes(HandshakeScenario scenario) => null;

    public override Work? Records(RecordScenario scenario) => null;

    public override bool HasIdle => false;

    public override object OpenIdle() => throw new NotSupportedException();
}
