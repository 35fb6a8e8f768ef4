using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>The signature at the end of a ServerKeyExchange (RFC 5246 §4.7, RFC 4346 §4.7).</summary>
/// <param name="Scheme">TLS 1.2 names it; older versions leave it to the key and it is null.</param>
/// <param name="Signature">The signature over both randoms and the parameters.</param>
internal readonly record struct DigitallySigned(SignatureScheme? Scheme, ReadOnlyMemory<byte> Signature)
{
    public static DigitallySigned Decode(ref WireReader reader, ProtocolVersion version)
    {
        SignatureScheme? scheme = version == ProtocolVersion.Tls12 ? new SignatureScheme(reader.ReadUInt16()) : null;
        return new DigitallySigned(scheme, reader.ReadVector16());
    }

    public void Encode(WireWriter writer)
    {
        if (Scheme is { } scheme)
        {
            writer.WriteUInt16(scheme.Value);
        }

        using WireWriter.Scope scope = writer.Vector16();
        writer.WriteBytes(Signature.Span);
    }
}
