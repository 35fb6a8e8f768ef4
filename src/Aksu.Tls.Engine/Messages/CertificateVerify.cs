using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>CertificateVerify of TLS 1.3 and 1.2, which have the same form (RFC 9846 §4.5.2, RFC 5246 §7.4.8).</summary>
internal readonly record struct CertificateVerify(SignatureScheme Scheme, ReadOnlyMemory<byte> Signature) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.CertificateVerify;

    public static CertificateVerify Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "CertificateVerify");
        var scheme = new SignatureScheme(reader.ReadUInt16());
        ReadOnlyMemory<byte> signature = reader.ReadVector16();
        reader.ExpectEnd();
        return new CertificateVerify(scheme, signature);
    }

    public void Encode(WireWriter writer)
    {
        writer.WriteUInt16(Scheme.Value);
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(Signature.Span);
    }
}
