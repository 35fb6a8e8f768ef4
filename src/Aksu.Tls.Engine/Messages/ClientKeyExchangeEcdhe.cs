using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ClientKeyExchange of ECDHE (RFC 8422 §5.7).</summary>
/// <param name="PublicKey">The point or coordinate; not empty, which would mean a key in the client's certificate.</param>
internal sealed record ClientKeyExchangeEcdhe(ReadOnlyMemory<byte> PublicKey) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ClientKeyExchange;

    public static ClientKeyExchangeEcdhe Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "ClientKeyExchange");
        ReadOnlyMemory<byte> publicKey = reader.ReadVector8(min: 1);
        reader.ExpectEnd();
        return new ClientKeyExchangeEcdhe(publicKey);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector8();
        writer.WriteBytes(PublicKey.Span);
    }
}
