using Aksu.Tls.Engine.Errors;
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

    /// <summary>What is asked for: a certificate, or a raw public key (RFC 7250).</summary>
    public CertificateType CertificateType { get; init; }

    /// <summary>DER names of the authorities that the server trusts; empty when it did not say.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> CertificateAuthorities { get; init; }

    internal CertifiedKey? Key { get; private set; }

    /// <summary>Presents this certificate. One of another type, or whose key cannot sign as the server wants, ends the handshake.</summary>
    public void Provide(CertifiedKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        BeginAnswer();
        Key = key;
        EndAnswer();
    }

    /// <summary>Presents no certificate; the server decides whether it goes on.</summary>
    public void Decline()
    {
        BeginAnswer();
        EndAnswer();
    }

    /// <summary>Ends the handshake: this client does not go on without a certificate, and has none that fits.</summary>
    /// <param name="alert">What the server is told.</param>
    /// <param name="why">What a person reads in the exception.</param>
    public void Refuse(AlertDescription alert, string why) => AnswerWith(Fault.ApplicationRefused(alert, why));
}
