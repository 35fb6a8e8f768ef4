using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ClientKeyExchange of DHE (RFC 5246 §7.4.7.2).</summary>
/// <param name="PublicKey">dh_Yc, big-endian; not empty.</param>
internal sealed record ClientKeyExchangeDhe(ReadOnlyMemory<byte> PublicKey) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ClientKeyExchange;

    public static ClientKeyExchangeDhe Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "ClientKeyExchange");
        ReadOnlyMemory<byte> publicKey = reader.ReadVector16(min: 1);
        reader.ExpectEnd();
        return new ClientKeyExchangeDhe(publicKey);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(PublicKey.Span);
    }
}
