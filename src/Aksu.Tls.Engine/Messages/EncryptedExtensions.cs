using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>EncryptedExtensions (RFC 9846 §4.4.1).</summary>
internal sealed record EncryptedExtensions(ExtensionBlock Extensions) : IHandshakeBody
{
    private const string Name = "EncryptedExtensions";

    public HandshakeType Type => HandshakeType.EncryptedExtensions;

    public static EncryptedExtensions Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        ExtensionBlock extensions = ExtensionBlock.Decode(ref reader, Name);
        reader.ExpectEnd();
        return new EncryptedExtensions(extensions);
    }

    public void Encode(WireWriter writer) => Extensions.Encode(writer);
}
