using System.Formats.Asn1;
using System.Security.Cryptography;
using Aksu.Pki.Checks;
using Aksu.Pki.Paths;

namespace Aksu.Pki.Revocation;

/// <summary>What an OCSP response proves about a certificate (RFC 6960 §3.2).</summary>
internal static class OcspEvaluation
{
    public static RevocationStatus Evaluate(ReadOnlySpan<byte> der, Certificate certificate, Certificate issuer, PathContext context)
    {
        try
        {
            return Evaluate(OcspResponse.Parse(der), certificate, issuer, context);
        }
        catch (Exception error) when (error is CertificateException or AsnContentException)
        {
            return RevocationStatus.Unknown("the OCSP response can't be used: " + error.Message);
        }
    }

    private static RevocationStatus Evaluate(OcspResponse response, Certificate certificate, Certificate issuer, PathContext context)
    {
        OcspAnswer? answer = response.Answers.FirstOrDefault(one => OcspCertificateId.Matches(one.CertificateId.Span, certificate, issuer));
        if (answer is null)
        {
            return RevocationStatus.Unknown("the OCSP response is about another certificate");
        }

        if (response.HasUnknownCriticalExtension || answer.HasUnknownCriticalExtension)
        {
            return RevocationStatus.Unknown("the OCSP response has a critical extension that is not understood");
        }

        if (TimeProblem(answer, context) is { } problem)
        {
            return RevocationStatus.Unknown(problem);
        }

        if (!IsSignedByResponder(response, issuer, context))
        {
            return RevocationStatus.Unknown("the OCSP response is not signed by the issuer or by a responder the issuer has authorized");
        }

        return answer.Status switch
        {
            OcspCertificateStatus.Good => RevocationStatus.Good("not revoked, says the issuer's OCSP response"),
            OcspCertificateStatus.Revoked => RevocationStatus.Revoked(answer.Revoked.GetValueOrDefault(), "the issuer's OCSP response"),
            _ => RevocationStatus.Unknown("the OCSP responder does not know the certificate"),
        };
    }

    private static string? TimeProblem(OcspAnswer answer, PathContext context)
    {
        RevocationPolicy policy = context.Policy.Revocation;
        if (answer.ThisUpdate > context.Time + policy.ClockTolerance)
        {
            return "the OCSP response is from the future";
        }

        DateTimeOffset end = answer.NextUpdate ?? answer.ThisUpdate + policy.MaxAgeWithoutNextUpdate;
        return context.Time > end + policy.ClockTolerance ? "the OCSP response is out of date" : null;
    }

    /// <summary>RFC 6960 §4.2.2.2: the issuer itself, or a certificate that the issuer signed for this purpose.</summary>
    private static bool IsSignedByResponder(OcspResponse response, Certificate issuer, PathContext context)
    {
        if (IsNamed(response, issuer))
        {
            return IsSignedWith(response, issuer, context);
        }

        foreach (Certificate responder in response.Certificates)
        {
            if (IsNamed(response, responder) && IsAuthorized(responder, issuer, context))
            {
                return IsSignedWith(response, responder, context);
            }
        }

        return false;
    }

    private static bool IsNamed(OcspResponse response, Certificate responder) =>
        response.ResponderName is { } name
            ? name.Equals(responder.Subject)
            : response.ResponderKeyHash.Span.SequenceEqual(
                CryptographicOperations.HashData(HashAlgorithmName.SHA1, OcspCertificateId.KeyBits(responder)));

    private static bool IsAuthorized(Certificate responder, Certificate issuer, PathContext context) =>
        responder.Issuer.Equals(issuer.Subject)
        && responder.ExtendedKeyUsage is { } purposes && purposes.HasFlag(ExtendedKeyUsage.OcspSigning)
        && (responder.KeyUsage is not { } usage || usage.HasFlag(KeyUsage.DigitalSignature))
        && ValidityCheck.Check(responder, 0, context.Time).Outcome == CheckOutcome.Passed
        && responder.ExtensionSet.UnhandledCritical is null
        && responder.SignatureAlgorithm is { } algorithm
        && SignatureVerification.IsRight(issuer, algorithm, responder.Tbs.Span, responder.Signature.Span, context);

    private static bool IsSignedWith(OcspResponse response, Certificate responder, PathContext context) =>
        KeyChecks.Problem(responder.PublicKey, context.Policy) is null
        && response.SignatureIdentifier?.Algorithm is { } algorithm
        && SignatureVerification.IsRight(responder, algorithm, response.Tbs.Span, response.Signature.Span, context);
}
