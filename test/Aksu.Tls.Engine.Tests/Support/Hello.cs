using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Looks into messages, and writes them anew with changes.</summary>
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

    /// <summary>A hello (or another message with a block of extensions) with other extensions.</summary>
    public static byte[] WithExtensions(ReadOnlyMemory<byte> message, Func<IEnumerable<IExtensionBody>, IEnumerable<IExtensionBody>> change)
    {
        ReadOnlyMemory<byte> body = message[HandshakeMessage.HeaderLength..];
        return message.Span[0] switch
        {
            1 => Encode(Client(message) with { Extensions = Changed(Client(message).Extensions, change) }),
            2 => Encode(Server(message) with { Extensions = Changed(Server(message).Extensions, change) }),
            8 => Encode(new EncryptedExtensions(Changed(EncryptedExtensions.Decode(body).Extensions, change))),
            13 => Encode(new CertificateRequest13(default, Changed(CertificateRequest13.Decode(body).Extensions, change))),
            _ => throw new ArgumentException("This message has no extensions.", nameof(message)),
        };
    }

    public static byte[] With(ReadOnlyMemory<byte> message, params IEnumerable<IExtensionBody> more) =>
        WithExtensions(message, extensions => extensions.Concat(more));

    /// <summary>With something in front: behind pre_shared_key nothing may stand.</summary>
    public static byte[] WithFirst(ReadOnlyMemory<byte> message, params IEnumerable<IExtensionBody> more) =>
        WithExtensions(message, more.Concat);

    public static byte[] Without(ReadOnlyMemory<byte> message, ExtensionType type) =>
        WithExtensions(message, extensions => extensions.Where(extension => extension.Type != type));

    public static byte[] Replace(ReadOnlyMemory<byte> message, IExtensionBody by) => WithExtensions(
        message, extensions => extensions.Select(extension => extension.Type == by.Type ? by : extension));

    public static IExtensionBody Raw(ExtensionType type, params byte[] body) => new GreaseExtension(type, body);

    private static ExtensionBlock Changed(ExtensionBlock block, Func<IEnumerable<IExtensionBody>, IEnumerable<IExtensionBody>> change) =>
        ExtensionBlock.Of([.. change(block.Entries.Select(entry => Raw(entry.Type, entry.Body.ToArray())))]);
}
