using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>Certificate of TLS 1.2 and before where a raw public key was negotiated: no list around the key (RFC 7250 §3).</summary>
/// <param name="SubjectPublicKeyInfo">The DER encoding of the key; empty when a client has none.</param>
internal sealed record RawPublicKey12(ReadOnlyMemory<byte> SubjectPublicKeyInfo) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.Certificate;

    public static RawPublicKey12 Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "Certificate");
        ReadOnlyMemory<byte> key = reader.ReadVector24();
        reader.ExpectEnd();
        return new RawPublicKey12(key);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope scope = writer.Vector24();
        writer.WriteBytes(SubjectPublicKeyInfo.Span);
    }
}
