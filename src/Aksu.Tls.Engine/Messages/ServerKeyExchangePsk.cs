using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ServerKeyExchange of a pre-shared key alone (RFC 4279 §2); a server without a hint leaves it out.</summary>
/// <param name="IdentityHint">Helps the client to choose its key.</param>
internal sealed record ServerKeyExchangePsk(ReadOnlyMemory<byte> IdentityHint) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ServerKeyExchange;

    public static ServerKeyExchangePsk Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "ServerKeyExchange");
        ReadOnlyMemory<byte> hint = reader.ReadVector16();
        reader.ExpectEnd();
        return new ServerKeyExchangePsk(hint);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(IdentityHint.Span);
    }
}
