using Aksu.Tls.Engine.Diagnostics;

namespace Aksu.Cli.Settings;

/// <summary>Tells of a connection what is weaker than the default because somebody asked for it.</summary>
internal sealed class WeaknessObserver(Action<string> tell) : TlsObserver
{
    /// <inheritdoc/>
    public override void OnEvent(HandshakeEvent happened, string detail)
    {
        if (happened == HandshakeEvent.WeakenedByOption)
        {
            tell(detail);
        }
    }
}
