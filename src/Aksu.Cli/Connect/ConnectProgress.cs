using Aksu.Tls.Engine.Diagnostics;

namespace Aksu.Cli.Connect;

/// <summary>Sees how far a connection comes, and passes on what an option makes weaker. One thread at a time.</summary>
/// <param name="tellWeakness">Hears what is weaker than the default.</param>
internal sealed class ConnectProgress(Action<string> tellWeakness) : TlsObserver
{
    /// <summary>The step that is under way.</summary>
    public ConnectStep Step { get; private set; } = ConnectStep.Tcp;

    /// <summary>The TCP connection is there.</summary>
    public void Opened() => Step = ConnectStep.Hello;

    /// <inheritdoc/>
    public override void OnEvent(HandshakeEvent happened, string detail)
    {
        switch (happened)
        {
            case HandshakeEvent.WeakenedByOption:
                tellWeakness(detail);
                break;
            case HandshakeEvent.VersionDecided:
                Reach(ConnectStep.Identity);
                break;
            case HandshakeEvent.PeerAccepted or HandshakeEvent.SessionResumed:
                Reach(ConnectStep.Finished);
                break;
            case HandshakeEvent.Completed:
                Reach(ConnectStep.Data);
                break;
        }
    }

    private void Reach(ConnectStep step) => Step = step > Step ? step : Step;
}
