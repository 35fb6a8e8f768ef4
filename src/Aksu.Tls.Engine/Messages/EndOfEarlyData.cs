using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>EndOfEarlyData, which has no fields (RFC 9846 §4.6).</summary>
internal sealed record EndOfEarlyData : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.EndOfEarlyData;

    public static EndOfEarlyData Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "EndOfEarlyData").ExpectEnd();
        return new EndOfEarlyData();
    }

    public void Encode(WireWriter writer)
    {
    }
}
