using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>record_size_limit in ClientHello and the server's answer (RFC 8449 §4).</summary>
/// <param name="Limit">
/// The longest plaintext of a protected record that the sender takes, in bytes, at least 64. In TLS 1.3 it counts the content type and the
/// padding. A value over the version's own limit is allowed from a client; the negotiation caps it.
/// </param>
internal sealed record RecordSizeLimit(ushort Limit) : IExtensionBody
{
    /// <summary>The smallest limit that may be asked for.</summary>
    public const ushort Min = 64;

    public ExtensionType Type => ExtensionType.RecordSizeLimit;

    public static RecordSizeLimit Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "record_size_limit");
        ushort limit = reader.ReadUInt16();
        reader.ExpectEnd();
        return limit >= Min ? new RecordSizeLimit(limit) : throw Fault.RecordSizeLimitInvalid();
    }

    public void Encode(WireWriter writer) => writer.WriteUInt16(Limit);
}
