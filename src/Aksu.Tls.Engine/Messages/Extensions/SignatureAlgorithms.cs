using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages.Extensions;

/// <summary>
/// signature_algorithms in ClientHello and CertificateRequest: what the sender can verify in CertificateVerify and, without
/// signature_algorithms_cert, in certificates (RFC 9846 §4.3.3).
/// </summary>
/// <param name="Schemes">In order of preference; at least one.</param>
internal sealed record SignatureAlgorithms(SignatureScheme[] Schemes) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.SignatureAlgorithms;

    public static SignatureAlgorithms Decode(ReadOnlyMemory<byte> body) => new(SignatureSchemeList.Decode(body, "signature_algorithms"));

    public void Encode(WireWriter writer) => SignatureSchemeList.Encode(writer, Schemes);
}

/// <summary>signature_algorithms_cert: what the sender can verify in certificates (RFC 9846 §4.3.3).</summary>
/// <param name="Schemes">In order of preference; at least one.</param>
internal sealed record SignatureAlgorithmsCert(SignatureScheme[] Schemes) : IExtensionBody
{
    public ExtensionType Type => ExtensionType.SignatureAlgorithmsCert;

    public static SignatureAlgorithmsCert Decode(ReadOnlyMemory<byte> body) =>
        new(SignatureSchemeList.Decode(body, "signature_algorithms_cert"));

    public void Encode(WireWriter writer) => SignatureSchemeList.Encode(writer, Schemes);
}

/// <summary>SignatureSchemeList, the body of both extensions.</summary>
internal static class SignatureSchemeList
{
    public static SignatureScheme[] Decode(ReadOnlyMemory<byte> body, string name)
    {
        var reader = new WireReader(body, name);
        WireReader list = reader.Nested16(min: 2);
        reader.ExpectEnd();
        return CodePointList.Read(ref list, name, ListLimits.SignatureSchemes, static value => new SignatureScheme(value));
    }

    public static void Encode(WireWriter writer, SignatureScheme[] schemes)
    {
        using WireWriter.Scope list = writer.Vector16();
        foreach (SignatureScheme scheme in schemes)
        {
            writer.WriteUInt16(scheme.Value);
        }
    }
}
