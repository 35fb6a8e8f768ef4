namespace Aksu.Tls.Engine.Handshake;

/// <summary>Exports keying material the way the negotiated version does (RFC 9846 §7.5, RFC 5705).</summary>
internal abstract class ConnectionExporter : IDisposable
{
    /// <summary>Whether what is exported belongs to this connection alone.</summary>
    public abstract bool CanExport { get; }

    /// <summary>verify_data of the first Finished (RFC 5929 §3); empty where it does not belong to this connection alone.</summary>
    public abstract ReadOnlyMemory<byte> FirstFinished { get; }

    /// <summary>Fills <paramref name="output"/>. TLS 1.2 tells an empty context from none; TLS 1.3 does not.</summary>
    public abstract void Export(string label, bool hasContext, ReadOnlySpan<byte> context, Span<byte> output);

    public abstract void Dispose();
}
