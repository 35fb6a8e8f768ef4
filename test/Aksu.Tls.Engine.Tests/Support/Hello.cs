using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Looks into hellos, and writes them anew with changes.</summary>
internal static class Hello
{
    public static ClientHello Client(ReadOnlyMemory<byte> message) => ClientHello.Decode(message[HandshakeMessage.HeaderLength..]);

    public static ServerHello Server(ReadOnlyMemory<byte> message) => ServerHello.Decode(message[HandshakeMessage.HeaderLength..]);

    public static ExtensionBlock Extensions(ReadOnlyMemory<byte> clientHello) => Client(clientHello).Extensions;

    public static byte[] Encode(IHandshakeBody body)
    {
        using var writer = new WireWriter();
        HandshakeMessage.Write(writer, body);
        return writer.WrittenSpan.ToArray();
    }
}
