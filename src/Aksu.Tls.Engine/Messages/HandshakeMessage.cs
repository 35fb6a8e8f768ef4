using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>A whole handshake message as it stands on the wire: type, three bytes of length, body (RFC 9846 §4).</summary>
/// <param name="Type">The message's type.</param>
/// <param name="Encoded">The message with its header; the transcript takes it as it is.</param>
internal readonly record struct HandshakeMessage(HandshakeType Type, ReadOnlyMemory<byte> Encoded)
{
    /// <summary>The length of type and length in front of each body.</summary>
    public const int HeaderLength = 4;

    /// <summary>What follows the header.</summary>
    public ReadOnlyMemory<byte> Body => Encoded[HeaderLength..];

    /// <summary>Writes header and body.</summary>
    public static void Write<T>(WireWriter writer, T body)
        where T : IHandshakeBody
    {
        writer.WriteUInt8(body.Type.Value);
        using WireWriter.Scope scope = writer.Vector24();
        body.Encode(writer);
    }
}
