using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ServerKeyExchange of ECDHE with a pre-shared key: a hint and parameters without a signature (RFC 5489 §2).</summary>
/// <param name="IdentityHint">Helps the client to choose its key; mostly empty.</param>
/// <param name="Parameters">What the server proposes; the pre-shared key in the main secret authenticates it.</param>
internal sealed record ServerKeyExchangeEcdhePsk(ReadOnlyMemory<byte> IdentityHint, ServerEcdhParameters Parameters) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ServerKeyExchange;

    public static ServerKeyExchangeEcdhePsk Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "ServerKeyExchange");
        ReadOnlyMemory<byte> hint = reader.ReadVector16();
        ServerEcdhParameters parameters = ServerEcdhParameters.Decode(ref reader);
        reader.ExpectEnd();
        return new ServerKeyExchangeEcdhePsk(hint, parameters);
    }

    public void Encode(WireWriter writer)
    {
        using (writer.Vector16())
        {
            writer.WriteBytes(IdentityHint.Span);
        }

        writer.WriteBytes(Parameters.Encoded.Span);
    }
}
