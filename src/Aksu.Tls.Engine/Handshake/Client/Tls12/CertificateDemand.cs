using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Handshake.Tls12;
using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Client.Tls12;

/// <summary>What a server's CertificateRequest asks for (RFC 5246 §7.4.4); copies that outlive the message.</summary>
/// <param name="Version">The version.</param>
/// <param name="CertificateType">What was negotiated for the client: certificates, or a raw public key.</param>
/// <param name="Types">The kinds of key that the server takes.</param>
/// <param name="Schemes">The schemes that it accepts; empty in TLS 1.1 and 1.0, where the key decides.</param>
/// <param name="Authorities">DER names of the authorities that it trusts; empty when it did not say.</param>
internal sealed record CertificateDemand(
    ProtocolVersion Version,
    CertificateType CertificateType,
    ClientCertificateType[] Types,
    SignatureScheme[] Schemes,
    ReadOnlyMemory<byte>[] Authorities)
{
    public static CertificateDemand Read(ReadOnlyMemory<byte> body, ProtocolVersion version, CertificateType type)
    {
        CertificateRequest12 request = CertificateRequest12.Decode(body, version);
        return new CertificateDemand(
            version,
            type,
            request.CertificateTypes,
            request.Schemes ?? [],
            [.. request.Authorities.Select(name => (ReadOnlyMemory<byte>)name.ToArray())]);
    }

    /// <summary>The scheme with which this key answers; null when the server does not take the key.</summary>
    public SignatureScheme? SchemeFor(CertifiedKey key, ClientHandshakeOptions options) =>
        key.CertificateType == CertificateType && Types.Contains(TypeOf(key.KeyKind))
            ? SignatureRules.Choose(Version, key, options.SignatureSchemes, Schemes)
            : null;

    private static ClientCertificateType TypeOf(KeyKind key) =>
        SchemeRules.AuthenticationOf(key) == ServerAuthentication.Rsa ? ClientCertificateType.RsaSign : ClientCertificateType.EcdsaSign;
}
