using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>
/// CertificateVerify of TLS 1.1 and 1.0, where the key decides the scheme (RFC 4346 §7.4.8). That of TLS 1.2 is
/// <see cref="CertificateVerify"/>.
/// </summary>
internal sealed record CertificateVerify11(ReadOnlyMemory<byte> Signature) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.CertificateVerify;

    public static CertificateVerify11 Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "CertificateVerify");
        ReadOnlyMemory<byte> signature = reader.ReadVector16();
        reader.ExpectEnd();
        return new CertificateVerify11(signature);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(Signature.Span);
    }
}
