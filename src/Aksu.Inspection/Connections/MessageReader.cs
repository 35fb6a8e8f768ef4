using Aksu.Inspection.Fields;
using Aksu.Inspection.Layouts;
using Aksu.Inspection.Texts;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Inspection.Connections;

/// <summary>A handshake message with its header as a tree of fields.</summary>
internal static class MessageReader
{
    private static readonly Part Type = Parts.Code("msg_type", 1, CodeNames.HandshakeType, MessageTexts.MessageType, "RFC 9846 §4");

    /// <summary>
    /// Learns the version from a ServerHello, which decides how it is read itself; returns whether it is a HelloRetryRequest.
    /// </summary>
    public static bool PeekServerHello(byte[] message, ConnectionState state)
    {
        try
        {
            var hello = ServerHello.Decode(message.AsMemory(HandshakeMessage.HeaderLength));
            state.Version = HelloFollower.VersionOf(hello);
            return hello.IsHelloRetryRequest;
        }
        catch (TlsException)
        {
            return false;
        }
    }

    public static Field Read(byte[] message, ConnectionState state, bool isRetry)
    {
        var type = new HandshakeType(message[0]);
        var reader = new FieldReader(message);
        LayoutContext context = state.ContextOf(type, isRetry);
        Part layout = isRetry ? MessageLayouts.HelloRetryRequest : MessageLayouts.Of(type, context.Version);
        Field typeField = Type.Read(reader, context);
        var lengthField = new Field("length", reader.Position, 3)
        {
            Text = FieldText.Bytes((int)reader.Number(3)),
            Meaning = MessageTexts.MessageLength,
        };
        Field body = layout.Read(reader, context);
        List<Field> children = [typeField, lengthField, .. layout is BytesPart ? [body] : body.Children];
        if (reader.Remaining > 0)
        {
            children.Add(Field.NotUnderstood(reader.Position, reader.Remaining, FieldTexts.LeftOver));
        }

        return new Field(layout is BytesPart ? FieldTexts.UnknownMessage.With(message[0]).English : body.Name, 0, message.Length)
        {
            Title = layout is BytesPart ? FieldTexts.UnknownMessage.With(message[0]) : null,
            Section = body.Section,
            Meaning = body.Meaning,
            Children = children,
        };
    }
}
