using Aksu.Tls.Engine.Messages;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Handshake.Tls12;

/// <summary>The two forms of Certificate in TLS 1.2 and before: a list of certificates, or one raw public key (RFC 7250 §3).</summary>
internal static class CertificateForms
{
    /// <summary>The message that presents a key, or that a client has none.</summary>
    public static IHandshakeBody Of(CertifiedKey? key, CertificateType type) => type == CertificateType.RawPublicKey
        ? new RawPublicKey12(key?.Chain[0] ?? default)
        : new Certificate12(key is null ? [] : [.. key.Chain]);

    /// <summary>Copies of the entries: certificates, or the one key; empty when there is none.</summary>
    public static ReadOnlyMemory<byte>[] Read(ReadOnlyMemory<byte> body, CertificateType type, int maxEntries)
    {
        if (type != CertificateType.RawPublicKey)
        {
            ReadOnlyMemory<byte>[] chain = Certificate12.Decode(body, maxEntries).Certificates;
            foreach (ref ReadOnlyMemory<byte> certificate in chain.AsSpan())
            {
                certificate = RecentCertificates.CopyOf(certificate.Span);
            }

            return chain;
        }

        ReadOnlyMemory<byte> key = RawPublicKey12.Decode(body).SubjectPublicKeyInfo;
        return key.IsEmpty ? [] : [key.ToArray()];
    }
}
