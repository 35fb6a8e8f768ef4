using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake.Tls13;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls13;

/// <summary>What a server's CertificateRequest asks for (RFC 9846 §4.4.2); copies that outlive the message.</summary>
/// <param name="Context">certificate_request_context, echoed in the answer.</param>
/// <param name="CertificateType">What was negotiated for the client: certificates, or a raw public key.</param>
/// <param name="Schemes">The schemes that the server accepts in CertificateVerify.</param>
/// <param name="ChainSchemes">Those that it accepts in certificates.</param>
/// <param name="Authorities">DER names of the authorities it trusts; empty when it did not say.</param>
/// <param name="Extensions">What may stand in the answer.</param>
internal sealed record CertificateDemand(
    ReadOnlyMemory<byte> Context,
    CertificateType CertificateType,
    SignatureScheme[] Schemes,
    SignatureScheme[] ChainSchemes,
    ReadOnlyMemory<byte>[] Authorities,
    ExtensionSet Extensions)
{
    public static CertificateDemand Read(ReadOnlyMemory<byte> body, CertificateType type)
    {
        CertificateRequest13 request = CertificateRequest13.Decode(body);
        ExtensionRules.Check(request.Extensions, ExtensionMessage.CertificateRequest, offered: null);
        if (!request.Extensions.TryFind(ExtensionType.SignatureAlgorithms, out ReadOnlyMemory<byte> schemes))
        {
            throw Fault.MissingExtension(ExtensionType.SignatureAlgorithms, "CertificateRequest");
        }

        SignatureScheme[] accepted = SignatureAlgorithms.Decode(schemes).Schemes;
        SignatureScheme[] inChains = request.Extensions.TryFind(ExtensionType.SignatureAlgorithmsCert, out ReadOnlyMemory<byte> others)
            ? SignatureAlgorithmsCert.Decode(others).Schemes
            : accepted;
        ReadOnlyMemory<byte>[] authorities =
            request.Extensions.TryFind(ExtensionType.CertificateAuthorities, out ReadOnlyMemory<byte> names)
                ? CertificateAuthorities.Decode(names.ToArray()).DistinguishedNames // slices of one copy
                : [];
        return new CertificateDemand(
            request.Context.ToArray(), type, accepted, inChains, authorities, ExtensionSet.Of(request.Extensions));
    }

    /// <summary>The scheme with which this key answers; null when the server does not take the key.</summary>
    public SignatureScheme? SchemeFor(CertifiedKey key, ClientHandshakeOptions options) =>
        key.CertificateType == CertificateType ? CertificateAnswer.ChooseScheme(key, options.SignatureSchemes, Schemes) : null;
}
