using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>client_certificate_type or server_certificate_type in ClientHello (RFC 7250 §3).</summary>
/// <param name="Type">Which of the two extensions.</param>
/// <param name="Types">In the client's order of preference; 1 to 255.</param>
internal sealed record CertificateTypesOffer(ExtensionType Type, CertificateType[] Types) : IExtensionBody
{
    public static CertificateTypesOffer Decode(ExtensionType type, ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, type.ToString());
        WireReader list = reader.Nested8(min: 1);
        reader.ExpectEnd();
        var types = new CertificateType[list.Remaining];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = new CertificateType(list.ReadUInt8());
        }

        return new CertificateTypesOffer(type, types);
    }

    public void Encode(WireWriter writer)
    {
        using WireWriter.Scope list = writer.Vector8();
        foreach (CertificateType type in Types)
        {
            writer.WriteUInt8(type.Value);
        }
    }
}

/// <summary>client_certificate_type or server_certificate_type in the server's answer (RFC 7250 §3).</summary>
/// <param name="Type">Which of the two extensions.</param>
/// <param name="Choice">The type that will be used.</param>
internal sealed record CertificateTypeChoice(ExtensionType Type, CertificateType Choice) : IExtensionBody
{
    public static CertificateTypeChoice Decode(ExtensionType type, ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, type.ToString());
        var choice = new CertificateType(reader.ReadUInt8());
        reader.ExpectEnd();
        return new CertificateTypeChoice(type, choice);
    }

    public void Encode(WireWriter writer) => writer.WriteUInt8(Choice.Value);
}
