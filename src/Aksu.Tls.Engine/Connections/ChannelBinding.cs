using Aksu.Tls.Engine.Crypto;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Handshake;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Sessions;

namespace Aksu.Tls.Engine.Connections;

/// <summary>What binds another protocol to a connection (RFC 5929, RFC 9266).</summary>
internal static class ChannelBinding
{
    private const int ExporterLength = 32;

    public static bool TryGet(HandshakeContext context, ChannelBindingKind kind, Span<byte> destination, out int written)
    {
        written = 0;
        switch (kind)
        {
            case ChannelBindingKind.TlsUnique:
                ReadOnlySpan<byte> finished = context.FirstFinished.Span;
                finished.CopyTo(destination);
                written = finished.Length;
                return written > 0;
            case ChannelBindingKind.TlsServerEndPoint:
                return TryHashCertificate(context, destination, out written);
            case ChannelBindingKind.TlsExporter:
                if (!context.CanExport)
                {
                    return false;
                }

                context.Export("EXPORTER-Channel-Binding", hasContext: true, default, destination[..ExporterLength]);
                written = ExporterLength;
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    private static bool TryHashCertificate(HandshakeContext context, Span<byte> destination, out int written)
    {
        written = 0;
        TlsConnectionParameters parameters = context.Parameters!;
        (IReadOnlyList<ReadOnlyMemory<byte>> chain, CertificateType type) = context.Side == TlsSide.Client
            ? (parameters.PeerCertificates, parameters.PeerCertificateType)
            : (parameters.LocalCertificates, parameters.LocalCertificateType);

        // The binding is the hash of a certificate (RFC 5929 §4): a raw public key has none.
        if (chain.Count == 0
            || type != CertificateType.X509
            || CertificateSignatureHash.Find(chain[0]) is not { } name
            || context.Cryptography.FindHash(name) is not { } hash)
        {
            return false;
        }

        hash.Hash(chain[0].Span, destination[..hash.Size]);
        written = hash.Size;
        return true;
    }
}
