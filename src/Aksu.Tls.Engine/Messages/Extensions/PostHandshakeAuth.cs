using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>post_handshake_auth in ClientHello, empty (RFC 9846 §4.3.6).</summary>
internal sealed record PostHandshakeAuth : IExtensionBody
{
    public ExtensionType Type => ExtensionType.PostHandshakeAuth;

    public static PostHandshakeAuth Decode(ReadOnlyMemory<byte> body)
    {
        new WireReader(body, "post_handshake_auth").ExpectEnd();
        return new PostHandshakeAuth();
    }

    public void Encode(WireWriter writer)
    {
    }
}
