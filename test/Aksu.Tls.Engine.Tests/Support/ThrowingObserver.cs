using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>An observer that throws once.</summary>
internal sealed class ThrowingObserver(Countdown countdown) : TlsObserver
{
    public override void OnHandshakeMessage(TlsDirection direction, HandshakeType type, ReadOnlySpan<byte> message) =>
        countdown.Next($"{direction} {type}");

    public override void OnChangeCipherSpec(TlsDirection direction) => countdown.Next($"{direction} change_cipher_spec");

    public override void OnAlert(TlsDirection direction, AlertDescription alert) => countdown.Next($"{direction} alert {alert}");

    public override void OnKeyChange(TlsDirection direction, KeyEpoch epoch, CipherSuite suite) =>
        countdown.Next($"{direction} key changes to {epoch}");

    public override void OnEvent(HandshakeEvent happened, string detail) => countdown.Next($"{happened} {detail}");

    public override void OnApplicationData(TlsDirection direction, int length) => countdown.Next($"{direction} application data");
}
