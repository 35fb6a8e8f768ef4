using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ClientKeyExchange of ECDHE with a pre-shared key (RFC 5489 §2).</summary>
/// <param name="Identity">The name of the client's key.</param>
/// <param name="PublicKey">The point or coordinate; not empty.</param>
internal sealed record ClientKeyExchangeEcdhePsk(ReadOnlyMemory<byte> Identity, ReadOnlyMemory<byte> PublicKey) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ClientKeyExchange;

    public static ClientKeyExchangeEcdhePsk Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "ClientKeyExchange");
        ReadOnlyMemory<byte> identity = reader.ReadVector16();
        ReadOnlyMemory<byte> publicKey = reader.ReadVector8(min: 1);
        reader.ExpectEnd();
        return new ClientKeyExchangeEcdhePsk(identity, publicKey);
    }

    public void Encode(WireWriter writer)
    {
        using (writer.Vector16())
        {
            writer.WriteBytes(Identity.Span);
        }

        using WireWriter.Scope scope = writer.Vector8();
        writer.WriteBytes(PublicKey.Span);
    }
}
