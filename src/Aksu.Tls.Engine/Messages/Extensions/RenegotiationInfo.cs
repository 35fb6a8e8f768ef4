using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>renegotiation_info in the hellos of TLS 1.2 and before (RFC 5746 §3.2).</summary>
/// <param name="RenegotiatedConnection">Empty in a first handshake, the only one that this library does.</param>
internal sealed record RenegotiationInfo(ReadOnlyMemory<byte> RenegotiatedConnection) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.RenegotiationInfo;

    public static RenegotiationInfo Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "renegotiation_info");
        ReadOnlyMemory<byte> connection = reader.ReadVector8();
        reader.ExpectEnd();
        return new RenegotiationInfo(connection);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector8();
        writer.WriteBytes(RenegotiatedConnection.Span);
    }
}
