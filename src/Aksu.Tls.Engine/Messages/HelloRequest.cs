using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>
/// HelloRequest, by which a server of TLS 1.2 or before asks for renegotiation (RFC 5246 §7.4.1.1). It never enters the transcript.
/// </summary>
internal sealed record HelloRequest : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.HelloRequest;

    public static HelloRequest Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "HelloRequest").ExpectEnd();
        return new HelloRequest();
    }

    public void Encode(WireWriter writer)
    {
    }
}
