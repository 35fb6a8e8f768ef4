using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>CertificateRequest of TLS 1.3 (RFC 9846 §4.4.2).</summary>
/// <param name="Context">Empty in the handshake, unique after it; at most 255 bytes.</param>
/// <param name="Extensions">Has signature_algorithms.</param>
internal readonly record struct CertificateRequest13(ReadOnlyMemory<byte> Context, ExtensionBlock Extensions) : IHandshakeBody
{
    private const string Name = "CertificateRequest";

    public HandshakeType Type => HandshakeType.CertificateRequest;

    public static CertificateRequest13 Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        ReadOnlyMemory<byte> context = reader.ReadVector8();
        ExtensionBlock extensions = ExtensionBlock.Decode(ref reader, Name);
        reader.ExpectEnd();
        return new CertificateRequest13(context, extensions);
    }

    public void Encode(WireWriter writer)
    {
        using (writer.Vector8())
        {
            writer.WriteBytes(Context.Span);
        }

        Extensions.Encode(writer);
    }
}
