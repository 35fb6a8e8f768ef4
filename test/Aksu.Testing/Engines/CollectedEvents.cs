using Aksu.Tls.Engine.Diagnostics;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Testing.Engines;

/// <summary>Keeps what an engine tells its observer. Thread-safe.</summary>
public sealed class CollectedEvents : TlsObserver
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly List<(TlsDirection Direction, HandshakeType Type, byte[] Message)> _messages = [];
    private readonly List<(TlsDirection Direction, AlertDescription Alert)> _alerts = [];

    /// <summary>Everything in order, one line for each step.</summary>
    public IReadOnlyList<string> Lines => Copy(_lines);

    public IReadOnlyList<(TlsDirection Direction, HandshakeType Type, byte[] Message)> Messages => Copy(_messages);

    public IReadOnlyList<(TlsDirection Direction, AlertDescription Alert)> Alerts => Copy(_alerts);

    /// <summary>The types of the handshake messages that went one way.</summary>
    public IReadOnlyList<HandshakeType> Types(TlsDirection direction) =>
        [.. Messages.Where(message => message.Direction == direction).Select(message => message.Type)];

    /// <summary>The bytes of the last message of a type that went one way.</summary>
    public byte[] Last(TlsDirection direction, HandshakeType type) =>
        Messages.Last(message => message.Direction == direction && message.Type == type).Message;

    public override void OnHandshakeMessage(TlsDirection direction, HandshakeType type, ReadOnlySpan<byte> message)
    {
        byte[] copy = message.ToArray();
        Add($"{direction} {type} ({message.Length} bytes)", () => _messages.Add((direction, type, copy)));
    }

    public override void OnChangeCipherSpec(TlsDirection direction) => Add($"{direction} change_cipher_spec");

    public override void OnAlert(TlsDirection direction, AlertDescription alert) =>
        Add($"{direction} alert {alert}", () => _alerts.Add((direction, alert)));

    public override void OnKeyChange(TlsDirection direction, KeyEpoch epoch, CipherSuite suite) =>
        Add($"{direction} key changes to {epoch}, {suite}");

    public override void OnEvent(HandshakeEvent happened, string detail) => Add($"{happened} {detail}".TrimEnd());

    public override void OnApplicationData(TlsDirection direction, int length) => Add($"{direction} application data ({length} bytes)");

    private void Add(string line, Action? more = null)
    {
        lock (_gate)
        {
            _lines.Add(line);
            more?.Invoke();
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
