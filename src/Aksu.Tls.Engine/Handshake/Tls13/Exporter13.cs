using Aksu.Tls.Engine.KeySchedule;

namespace Aksu.Tls.Engine.Handshake.Tls13;

/// <summary>The exporter of TLS 1.3 (RFC 9846 §7.5).</summary>
internal sealed class Exporter13(ExporterSecret secret) : ConnectionExporter
{
    public override bool CanExport => true;

    // tls-unique has no meaning in TLS 1.3 (RFC 9266 §3).
    public override ReadOnlyMemory<byte> FirstFinished => default;

    public override void Export(string label, bool hasContext, ReadOnlySpan<byte> context, Span<byte> output) =>
        secret.Export(label, context, output);

    public override void Dispose() => secret.Dispose();
}
