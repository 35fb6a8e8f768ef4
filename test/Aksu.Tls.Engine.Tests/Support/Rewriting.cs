using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>A peer that sends other messages than it should; both transcripts have what was sent.</summary>
internal static class Rewriting
{
    /// <summary>Replaces messages of one type by what the test makes of them.</summary>
    public static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Of(HandshakeType type, Func<byte[], byte[]> change) =>
        (actual, message) => actual == type ? change(message.ToArray()) : message;

    /// <summary>Leaves a message out.</summary>
    public static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Without(HandshakeType type) => Of(type, static _ => []);

    /// <summary>Sends another message in the place of one.</summary>
    public static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> By(HandshakeType type, IHandshakeBody other) =>
        Of(type, _ => Hello.Encode(other));

    public static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> ClientHello(Func<ClientHello, ClientHello> change) =>
        Of(HandshakeType.ClientHello, message => Hello.Encode(change(Hello.Client(message))));

    public static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> ServerHello(Func<ServerHello, ServerHello> change) =>
        Of(HandshakeType.ServerHello, message => Hello.Encode(change(Hello.Server(message))));

    /// <summary>Takes an extension out of both kinds of hello.</summary>
    public static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> WithoutExtension(ExtensionType type) =>
        (actual, message) =>
        {
            if (actual == HandshakeType.ClientHello)
            {
                ClientHello hello = Hello.Client(message);
                return Hello.Encode(hello with { Extensions = Without(hello.Extensions, type) });
            }

            if (actual == HandshakeType.ServerHello)
            {
                ServerHello hello = Hello.Server(message);
                return Hello.Encode(hello with { Extensions = Without(hello.Extensions, type) });
            }

            return message;
        };

    /// <summary>Puts an extension into a ServerHello.</summary>
    public static Func<HandshakeType, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> WithAnswer(ExtensionType type, params byte[] body) =>
        ServerHello(hello => hello with { Extensions = With(hello.Extensions, type, body) });

    public static ExtensionBlock With(ExtensionBlock block, ExtensionType type, params byte[] body) =>
        Block([.. block.Entries.Where(entry => entry.Type != type), new Extension(type, body)]);

    private static ExtensionBlock Without(ExtensionBlock block, ExtensionType type) =>
        Block([.. block.Entries.Where(entry => entry.Type != type)]);

    private static ExtensionBlock Block(IReadOnlyList<Extension> entries) =>
        ExtensionBlock.Of([.. entries.Select(entry => new Raw(entry))]);

    private sealed class Raw(Extension extension) : IExtensionBody
    {
        public ExtensionType Type => extension.Type;

        public void Encode(Wire.WireWriter writer) => writer.WriteBytes(extension.Body.Span);
    }
}
