using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>cookie in HelloRetryRequest and the ClientHello that answers it (RFC 9846 §4.3.2).</summary>
/// <param name="Value">Opaque to the client; not empty.</param>
internal sealed record Cookie(ReadOnlyMemory<byte> Value) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.Cookie;

    public static Cookie Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "cookie");
        ReadOnlyMemory<byte> value = reader.ReadVector16(min: 1);
        reader.ExpectEnd();
        return new Cookie(value);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(Value.Span);
    }
}
