using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>A server's CertificateRequest (RFC 9846 §4.4.2).</summary>
internal static class CertificateDemandMessage
{
    public static CertificateRequest13 For(ServerHandshakeOptions options, ReadOnlyMemory<byte> context) => new(
        context,
        ExtensionBlock.Of(
            new SignatureAlgorithms([.. options.SignatureSchemes]),
            options.CertificateSignatureSchemes.Count > 0 ? new SignatureAlgorithmsCert([.. options.CertificateSignatureSchemes]) : null,
            options.ClientCertificateAuthorities.Count > 0 ? new CertificateAuthorities([.. options.ClientCertificateAuthorities]) : null));

    /// <summary>What a client may send along with its certificates: nothing was asked for.</summary>
    public static ExtensionSet Asked => ExtensionSet.Empty;
}
