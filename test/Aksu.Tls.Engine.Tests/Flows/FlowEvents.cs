using Aksu.Testing.Engines;
using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Flows;

/// <summary>The steps of both ends in one list, as lines to be read.</summary>
internal sealed class FlowEvents
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public TlsObserver Of(Sender side) => new Observer(this, side == Sender.Client ? "client" : "server");

    private sealed class Observer(FlowEvents events, string side) : TlsObserver
    {
        public override void OnHandshakeMessage(TlsDirection direction, HandshakeType type, ReadOnlySpan<byte> message)
        {
            if (direction == TlsDirection.Sent)
            {
                Add($"sends {type}, {message.Length} bytes");
                foreach (string line in Lines32(message))
                {
                    events._lines.Add("    " + line);
                }
            }
        }

        public override void OnChangeCipherSpec(TlsDirection direction)
        {
            if (direction == TlsDirection.Sent)
            {
                Add("sends change_cipher_spec");
            }
        }

        public override void OnAlert(TlsDirection direction, AlertDescription alert) =>
            Add($"{(direction == TlsDirection.Sent ? "sends" : "hears")} alert {alert}");

        public override void OnKeyChange(TlsDirection direction, KeyEpoch epoch, CipherSuite suite) =>
            Add($"{(direction == TlsDirection.Sent ? "writes" : "reads")} with keys of {epoch}, {suite}");

        public override void OnEvent(HandshakeEvent happened, string detail) => Add($"{happened} {detail}".TrimEnd());

        public override void OnApplicationData(TlsDirection direction, int length) =>
            Add($"{(direction == TlsDirection.Sent ? "sends" : "gets")} {length} bytes of application data");

        private void Add(string text) => events._lines.Add($"{side} {text}");
    }

    internal static IEnumerable<string> Lines32(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<string>();
        for (int at = 0; at < bytes.Length; at += 32)
        {
            lines.Add(Convert.ToHexStringLower(bytes.Slice(at, Math.Min(32, bytes.Length - at))));
        }

        return lines;
    }
}
