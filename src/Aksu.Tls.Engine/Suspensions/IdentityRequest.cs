using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Suspensions;

/// <summary>The server asks for a client certificate.</summary>
public sealed class IdentityRequest : SuspendedRequest
{
    internal IdentityRequest()
    {
    }

    /// <summary>The signature schemes that the server accepts.</summary>
    public required IReadOnlyList<SignatureScheme> SignatureSchemes { get; init; }

    /// <summary>What is asked for: a certificate, or a raw public key (RFC 7250); another kind is as good as none.</summary>
    public CertificateType CertificateType { get; init; }

    /// <summary>DER names of the authorities that the server trusts; empty when it did not say.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> CertificateAuthorities { get; init; }

    internal CertifiedKey? Key { get; private set; }

    /// <summary>Presents this certificate.</summary>
    public void Provide(CertifiedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Answer(() => Key = key);
    }

    /// <summary>Presents no certificate; the server decides whether it goes on.</summary>
    public void Decline() => Answer(static () => { });
}
