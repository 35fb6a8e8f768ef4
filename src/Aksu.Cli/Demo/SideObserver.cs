using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Demo;

/// <summary>
/// Hands what one side sees to the narrator. A message is told when it arrives: it was sent before, so that the story keeps one order
/// although two
/// sides act.
/// </summary>
/// <param name="side">Whose engine is observed.</param>
/// <param name="narrator">Who tells it.</param>
internal sealed class SideObserver(TlsSide side, Narrator narrator) : TlsObserver
{
    private volatile bool _isReadProtected;

    private TlsSide Peer => side == TlsSide.Client ? TlsSide.Server : TlsSide.Client;

    /// <inheritdoc/>
    public override void OnHandshakeMessage(TlsDirection direction, HandshakeType type, ReadOnlySpan<byte> message)
    {
        if (direction == TlsDirection.Received)
        {
            narrator.Message(Peer, type, message.Length, _isReadProtected);
        }
    }

    /// <inheritdoc/>
    public override void OnChangeCipherSpec(TlsDirection direction)
    {
        if (direction == TlsDirection.Received)
        {
            narrator.ChangeCipherSpec(Peer);
        }
    }

    /// <inheritdoc/>
    public override void OnAlert(TlsDirection direction, AlertDescription alert)
    {
        if (direction == TlsDirection.Received)
        {
            narrator.Alert(Peer, alert, _isReadProtected);
        }
    }

    /// <inheritdoc/>
    public override void OnKeyChange(TlsDirection direction, KeyEpoch epoch, CipherSuite suite)
    {
        if (direction == TlsDirection.Received)
        {
            _isReadProtected = epoch != KeyEpoch.Plaintext;
        }
    }

    /// <inheritdoc/>
    public override void OnEvent(HandshakeEvent happened, string detail) => narrator.Happened(side, happened, detail);
}
