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
    private const string Name = "signature_algorithms";

    public ExtensionType Type => ExtensionType.SignatureAlgorithms;

    public static SignatureAlgorithms Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        SignatureScheme[] schemes = SignatureSchemeList.Decode(ref reader, Name);
        reader.ExpectEnd();
        return new SignatureAlgorithms(schemes);
    }

    public void Encode(WireWriter writer) => SignatureSchemeList.Encode(writer, Schemes);
}

/// <summary>signature_algorithms_cert: what the sender can verify in certificates (RFC 9846 §4.3.3).</summary>
/// <param name="Schemes">In order of preference; at least one.</param>
internal sealed record SignatureAlgorithmsCert(SignatureScheme[] Schemes) : IExtensionBody
{
    private const string Name = "signature_algorithms_cert";

    public ExtensionType Type => ExtensionType.SignatureAlgorithmsCert;

    public static SignatureAlgorithmsCert Decode(ReadOnlyMemory<byte> body)
    {
        var reader = new WireReader(body, Name);
        SignatureScheme[] schemes = SignatureSchemeList.Decode(ref reader, Name);
        reader.ExpectEnd();
        return new SignatureAlgorithmsCert(schemes);
    }

    public void Encode(WireWriter writer) => SignatureSchemeList.Encode(writer, Schemes);
}
