using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>A complete client connection of TLS 1.2 or before.</summary>
internal sealed class EstablishedClient : EstablishedState
{
    protected override HandshakeType Renegotiation => HandshakeType.HelloRequest;
}
