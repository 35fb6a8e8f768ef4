using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Options;

namespace Aksu.Tls.Engine.Handshake.Server.Tls13;

/// <summary>A server's CertificateRequest (RFC 9846 §4.4.2).</summary>
internal static class CertificateDemandMessage
{
    public static CertificateRequest13 For(ServerHandshakeOptions options, ReadOnlyMemory<byte> context) =>
        new(context, options.CertificateDemand.Extensions);

    /// <summary>What a client may send along with its certificates: nothing was asked for.</summary>
    public static ExtensionSet Asked => ExtensionSet.Empty;
}
