using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Server.Tls12;

/// <summary>A server's CertificateRequest in TLS 1.2 and before (RFC 5246 §7.4.4).</summary>
internal static class CertificateDemandMessage
{
    public static CertificateRequest12 For(ServerHandshakeOptions options, ProtocolVersion version) => new(
        [ClientCertificateType.EcdsaSign, ClientCertificateType.RsaSign],
        version == ProtocolVersion.Tls12 ? [.. options.SignatureSchemes] : null,
        [.. options.ClientCertificateAuthorities]);
}
