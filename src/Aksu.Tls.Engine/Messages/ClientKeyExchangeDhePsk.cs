using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ClientKeyExchange of DHE with a pre-shared key (RFC 4279 §3).</summary>
/// <param name="Identity">The name of the client's key.</param>
/// <param name="PublicKey">dh_Yc, big-endian; not empty.</param>
internal sealed record ClientKeyExchangeDhePsk(ReadOnlyMemory<byte> Identity, ReadOnlyMemory<byte> PublicKey) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ClientKeyExchange;

    public static ClientKeyExchangeDhePsk Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "ClientKeyExchange");
        ReadOnlyMemory<byte> identity = reader.ReadVector16();
        ReadOnlyMemory<byte> publicKey = reader.ReadVector16(min: 1);
        reader.ExpectEnd();
        return new ClientKeyExchangeDhePsk(identity, publicKey);
    }

    public void Encode(WireWriter writer)
    {
        using (writer.Vector16())
        {
            writer.WriteBytes(Identity.Span);
        }

        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(PublicKey.Span);
    }
}
