using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Negotiation;

/// <summary>What the peer is told, and what a person reads, when verification refuses a certificate (RFC 9846 §6.2).</summary>
/// <param name="Alert">For the peer.</param>
/// <param name="Why">For a person: what is wrong and what to do; no text that the peer chose.</param>
internal readonly record struct Refusal(AlertDescription Alert, string Why)
{
    /// <summary>The same for a raw public key (RFC 7250).</summary>
    public static Refusal ForRawPublicKey(VerificationFailure failure) => failure == VerificationFailure.PinMismatch
        ? new(AlertDescription.CertificateUnknown, "it is a raw public key, and none of those that are trusted.")
        : For(failure, expectedName: null);

    /// <param name="failure">What failed.</param>
    /// <param name="expectedName">The name that was meant; null when no name is checked.</param>
    public static Refusal For(VerificationFailure failure, string? expectedName) => failure switch
    {
        VerificationFailure.NoCertificate => new(AlertDescription.CertificateRequired, "there is none."),
        VerificationFailure.Malformed => new(AlertDescription.BadCertificate, "it cannot be read or breaks the rules for certificates."),
        VerificationFailure.BadSignature => new(AlertDescription.BadCertificate, "a signature in its chain is wrong."),
        VerificationFailure.Expired => new(
            AlertDescription.CertificateExpired,
            "it or one of its authorities has expired. The peer needs a new one, or the clock of this machine is wrong."),
        VerificationFailure.NotYetValid => new(
            AlertDescription.CertificateExpired,
            "it or one of its authorities is not valid yet. Check the clock of this machine."),
        VerificationFailure.UnknownAuthority => new(
            AlertDescription.UnknownCa,
            "no trusted authority has issued it. If the peer's authority is one of your own, add its root to the trust; "
            + "or the peer does not send its intermediate certificates."),
        VerificationFailure.NameMismatch => new(
            AlertDescription.BadCertificate,
            expectedName is null
                ? "it is for other names than the one that is expected."
                : $"it is not for {expectedName}. Check the host name, or who answers there."),
        VerificationFailure.ConstraintViolation =>
            new(AlertDescription.BadCertificate, "an authority in its chain went beyond what it is allowed to certify."),
        VerificationFailure.WrongPurpose => new(AlertDescription.UnsupportedCertificate, "it is not made for this purpose (key usage)."),
        // Of weak hashes RFC 9846 §4.5.1.3 wants this alert.
        VerificationFailure.UnsupportedAlgorithm => new(
            AlertDescription.BadCertificate, "a key or signature in its chain is too weak or of a kind that is not supported."),
        VerificationFailure.UnknownCriticalExtension => new(
            AlertDescription.UnsupportedCertificate, "it has a critical extension that is not understood."),
        VerificationFailure.Revoked => new(AlertDescription.CertificateRevoked, "its issuer has revoked it."),
        VerificationFailure.RevocationUnknown => new(
            AlertDescription.BadCertificateStatusResponse,
            "the policy demands to know whether it is revoked, and that cannot be found out."),
        VerificationFailure.PinMismatch => new(AlertDescription.CertificateUnknown, "none of the pinned keys is in its chain."),
        VerificationFailure.NotTransparent => new(AlertDescription.CertificateUnknown, "it was not logged publicly as the policy demands."),
        VerificationFailure.TooComplex =>
            new(AlertDescription.CertificateUnknown, "verifying it would cost more work than the policy allows."),
        _ => new(AlertDescription.CertificateUnknown, "it did not pass verification."),
    };
}
