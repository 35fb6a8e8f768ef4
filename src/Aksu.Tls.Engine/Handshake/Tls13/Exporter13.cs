using Aksu.Tls.Engine.KeySchedule;

namespace Aksu.Tls.Engine.Handshake.Tls13;

/// <summary>The exporter of TLS 1.3 (RFC 9846 §7.5).</summary>
internal sealed class Exporter13(ExporterSecret secret) : ConnectionExporter
{
    public override void Export(string label, ReadOnlySpan<byte> context, Span<byte> output) => secret.Export(label, context, output);

    public override void Dispose() => secret.Dispose();
}
