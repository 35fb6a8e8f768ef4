using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Negotiation;

/// <summary>Decides about raw public keys (RFC 7250): nothing speaks for one but that it is known.</summary>
internal static class RawPublicKeys
{
    /// <summary>A verifier that accepts exactly the trusted keys, if they are strong enough; null where raw keys are not taken.</summary>
    public static CertificateVerifier? VerifierFor(TlsOptions options) =>
        options.DangerousSkipVerification || !options.PeerCertificateTypes.Contains(CertificateType.RawPublicKey)
            ? null
            : new CertificateVerifier(
                options.Verification with
                {
                    Pins = [.. options.TrustedPublicKeys.Select(static key => (ReadOnlyMemory<byte>)key.Sha256())],
                },
                options.Cryptography);

    /// <summary>Whether raw keys are taken only where something says which, and the other way round.</summary>
    /// <exception cref="ArgumentException">It is not so.</exception>
    public static void Check(TlsOptions options)
    {
        bool areTaken = options.PeerCertificateTypes.Contains(CertificateType.RawPublicKey);
        if (areTaken && options is { TrustedPublicKeys.Count: 0, VerifyPeer: null, DangerousSkipVerification: false })
        {
            throw new ArgumentException(
                $"A raw public key says nothing about its holder: {nameof(TlsOptions.TrustedPublicKeys)} "
                + $"(or {nameof(TlsOptions.VerifyPeer)}) "
                + "must say which ones are accepted.");
        }

        if (!areTaken && options.TrustedPublicKeys.Count > 0)
        {
            throw new ArgumentException(
                $"{nameof(TlsOptions.TrustedPublicKeys)} are never looked at unless "
                + $"{nameof(TlsOptions.PeerCertificateTypes)} has raw public keys.");
        }
    }
}
