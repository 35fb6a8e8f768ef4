namespace Aksu.Tls.Engine.Handshake;

/// <summary>Exports keying material the way the negotiated version does (RFC 9846 §7.5, RFC 5705).</summary>
internal abstract class ConnectionExporter : IDisposable
{
    public abstract void Export(string label, ReadOnlySpan<byte> context, Span<byte> output);

    public abstract void Dispose();
}
