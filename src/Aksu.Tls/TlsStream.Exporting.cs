using Aksu.Tls.Engine.Connections;

namespace Aksu.Tls;

/// <content>What ties other protocols to this very connection.</content>
public sealed partial class TlsStream
{
    /// <summary>Exports keying material that both ends have and nobody else (RFC 9846 §7.5, RFC 5705).</summary>
    /// <param name="label">A registered label, or one beginning with EXPERIMENTAL; 1 to 249 ASCII characters.</param>
    /// <param name="context">Any bytes. In TLS 1.3 empty is the same as none; in TLS 1.2 it is not.</param>
    /// <param name="output">Filled; at most 8,160 bytes.</param>
    /// <exception cref="ArgumentException">The label or the length is out of bounds.</exception>
    /// <exception cref="InvalidOperationException">The connection cannot export safely (TLS 1.2 without RFC 7627).</exception>
    public void ExportKeyingMaterial(string label, ReadOnlySpan<byte> context, Span<byte> output)
    {
        BeginOther();
        try
        {
            _engine.ExportKeyingMaterial(label, context, output);
        }
        finally
        {
            LeaveOther();
        }
    }

    /// <inheritdoc cref="ExportKeyingMaterial(string, ReadOnlySpan{byte}, Span{byte})"/>
    /// <remarks>Without a context.</remarks>
    public void ExportKeyingMaterial(string label, Span<byte> output)
    {
        BeginOther();
        try
        {
            _engine.ExportKeyingMaterial(label, output);
        }
        finally
        {
            LeaveOther();
        }
    }

    /// <inheritdoc cref="ExportKeyingMaterial(string, ReadOnlySpan{byte}, Span{byte})"/>
    /// <param name="label">A registered label, or one beginning with EXPERIMENTAL; 1 to 249 ASCII characters.</param>
    /// <param name="context">Any bytes. In TLS 1.3 empty is the same as none; in TLS 1.2 it is not.</param>
    /// <param name="length">How many bytes; at most 8,160.</param>
    public byte[] ExportKeyingMaterial(string label, ReadOnlySpan<byte> context, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        byte[] output = new byte[length];
        ExportKeyingMaterial(label, context, output);
        return output;
    }

    /// <summary>
    /// The channel binding of this connection, by which a protocol above proves that both ends see the same one (RFC 5056).
    /// </summary>
    /// <param name="kind">Which binding.</param>
    /// <returns>Null when the connection has no binding of this kind, or none that is safe.</returns>
    public byte[]? GetChannelBinding(ChannelBindingKind kind)
    {
        BeginOther();
        try
        {
            Span<byte> binding = stackalloc byte[64];
            return _engine.TryGetChannelBinding(kind, binding, out int length) ? binding[..length].ToArray() : null;
        }
        finally
        {
            LeaveOther();
        }
    }
}
