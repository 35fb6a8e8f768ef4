using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ServerKeyExchange of ECDHE with a certificate (RFC 8422 §5.4).</summary>
/// <param name="Parameters">What the server proposes.</param>
/// <param name="Signature">Over client random, server random and <see cref="ServerEcdhParameters.Encoded"/>.</param>
internal sealed record ServerKeyExchangeEcdhe(ServerEcdhParameters Parameters, DigitallySigned Signature) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ServerKeyExchange;

    /// <param name="body">The message's body.</param>
    /// <param name="version">The negotiated version: TLS 1.2 or before.</param>
    public static ServerKeyExchangeEcdhe Decode(ReadOnlyMemory<byte> body, ProtocolVersion version)
    {
        var reader = new WireReader(body, "ServerKeyExchange");
        ServerEcdhParameters parameters = ServerEcdhParameters.Decode(ref reader);
        DigitallySigned signature = DigitallySigned.Decode(ref reader, version);
        reader.ExpectEnd();
        return new ServerKeyExchangeEcdhe(parameters, signature);
    }

    public void Encode(WireWriter writer)
    {
        writer.WriteBytes(Parameters.Encoded.Span);
        Signature.Encode(writer);
    }
}
