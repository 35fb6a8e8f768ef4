using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>certificate_authorities in ClientHello and CertificateRequest (RFC 9846 §4.3.4).</summary>
/// <param name="DistinguishedNames">DER; at least one.</param>
internal sealed record CertificateAuthorities(ReadOnlyMemory<byte>[] DistinguishedNames) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.CertificateAuthorities;

    public static CertificateAuthorities Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, "certificate_authorities");
        WireReader list = reader.Nested16(min: 3);
        reader.ExpectEnd();
        return new CertificateAuthorities(DistinguishedNameList.Decode(ref list, "certificate_authorities"));
    }

    public void Encode(WireWriter writer) => DistinguishedNameList.Encode(writer, DistinguishedNames);
}
