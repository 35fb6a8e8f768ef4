using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>CertificateRequest of TLS 1.2 and before (RFC 5246 §7.4.4, RFC 4346 §7.4.4).</summary>
/// <param name="CertificateTypes">The kinds of key that the server takes; at least one.</param>
/// <param name="Schemes">What the server can verify; TLS 1.2 has it, older versions do not and it is null.</param>
/// <param name="Authorities">DER distinguished names; none means any authority.</param>
internal sealed record CertificateRequest12(
    ClientCertificateType[] CertificateTypes,
    SignatureScheme[]? Schemes,
    ReadOnlyMemory<byte>[] Authorities) : IHandshakeBody
{
    private const string Name = "CertificateRequest";

    public HandshakeType Type => HandshakeType.CertificateRequest;

    /// <param name="body">The message's body.</param>
    /// <param name="version">The negotiated version: TLS 1.2 or before.</param>
    public static CertificateRequest12 Decode(ReadOnlyMemory<byte> body, ProtocolVersion version)
    {
        var reader = new WireReader(body, Name);
        WireReader typeList = reader.Nested8(min: 1);
        var types = new ClientCertificateType[typeList.Remaining];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = new ClientCertificateType(typeList.ReadUInt8());
        }

        SignatureScheme[]? schemes = version == ProtocolVersion.Tls12 ? SignatureSchemeList.Decode(ref reader, Name) : null;
        WireReader authorityList = reader.Nested16();
        reader.ExpectEnd();
        return new CertificateRequest12(types, schemes, DistinguishedNameList.Decode(ref authorityList, Name));
    }

    public void Encode(WireWriter writer)
    {
        using (writer.Vector8())
        {
            foreach (ClientCertificateType type in CertificateTypes)
            {
                writer.WriteUInt8(type.Value);
            }
        }

        if (Schemes is not null)
        {
            SignatureSchemeList.Encode(writer, Schemes);
        }

        DistinguishedNameList.Encode(writer, Authorities);
    }
}
