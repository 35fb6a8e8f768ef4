using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>ServerHelloDone of TLS 1.2 and before (RFC 5246 §7.4.5).</summary>
internal sealed record ServerHelloDone : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.ServerHelloDone;

    public static ServerHelloDone Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "ServerHelloDone").ExpectEnd();
        return new ServerHelloDone();
    }

    public void Encode(WireWriter writer)
    {
    }
}
