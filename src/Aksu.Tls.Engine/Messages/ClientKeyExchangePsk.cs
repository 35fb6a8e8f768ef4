using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ClientKeyExchange of a pre-shared key alone (RFC 4279 §2).</summary>
/// <param name="Identity">The name of the client's key.</param>
internal sealed record ClientKeyExchangePsk(ReadOnlyMemory<byte> Identity) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ClientKeyExchange;

    public static ClientKeyExchangePsk Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "ClientKeyExchange");
        ReadOnlyMemory<byte> identity = reader.ReadVector16();
        reader.ExpectEnd();
        return new ClientKeyExchangePsk(identity);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(Identity.Span);
    }
}
