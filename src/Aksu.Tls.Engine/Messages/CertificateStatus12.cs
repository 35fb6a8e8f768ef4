using Aksu.Tls.Engine.Messages.Extensions;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Tls.Engine.Messages;

/// <summary>CertificateStatus of TLS 1.2 and before: the stapled OCSP response (RFC 6066 §8).</summary>
/// <param name="Status">In the form that TLS 1.3 puts into the certificate's entry.</param>
internal sealed record CertificateStatus12(CertificateStatus Status) : IHandshakeBody
{
    public HandshakeType Type => HandshakeType.CertificateStatus;

    public static CertificateStatus12 Decode(ReadOnlyMemory<byte> body) => new(CertificateStatus.Decode(body));

    public void Encode(WireWriter writer) => Status.Encode(writer);
}
