using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>
/// The body of a handshake message: what follows type and length. Fields that were decoded are slices of the input and live only as long
/// as it does. A small body that every handshake has is a value: nobody keeps it for longer than its message.
/// </summary>
internal interface IHandshakeBody
{
    /// <summary>The type under which the body travels.</summary>
    HandshakeType Type { get; }

    /// <summary>Writes the body, without type and length.</summary>
    void Encode(WireWriter writer);
}
