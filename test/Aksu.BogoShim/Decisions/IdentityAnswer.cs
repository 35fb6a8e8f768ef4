using Aksu.Cryptography;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.BogoShim.Decisions;

/// <summary>Which certificate an application presents that the engine asks for one.</summary>
internal static class IdentityAnswer
{
    private const byte RsaSign = 1;
    private const byte EcdsaSign = 64;

    /// <summary>The first that can sign as the server wants and whose issuer it knows; null when there is none.</summary>
    /// <param name="keys">What there is.</param>
    /// <param name="request">What the engine says.</param>
    /// <param name="certificateTypes">certificate_types of TLS 1.2 and before; null in TLS 1.3, which has none.</param>
    /// <param name="whyNot">The last reason for which one did not fit, as the error map has it; null when there is none at all.</param>
    public static CertifiedKey? Choose(
        IEnumerable<CertifiedKey> keys, IdentityRequest request, byte[]? certificateTypes, out string? whyNot)
    {
        whyNot = null;
        foreach (CertifiedKey key in keys)
        {
            if (certificateTypes is not null
                && !certificateTypes.Contains(key.KeyKind is KeyKind.Rsa or KeyKind.RsaPss ? RsaSign : EcdsaSign))
            {
                whyNot = ":NoMatchingCertificateType:";
            }
            else if (request.SignatureSchemes.Count > 0 && !key.SignatureSchemes!.Any(request.SignatureSchemes.Contains))
            {
                whyNot = ":NoCommonSignatureScheme:";
            }
            else if (!IsTrusted(key, request))
            {
                whyNot = ":NoMatchingIssuer:";
            }
            else
            {
                return key;
            }
        }

        return null;
    }

    private static bool IsTrusted(CertifiedKey key, IdentityRequest request) =>
        key.IssuerNames.Count == 0
        || key.IssuerNames.Any(name => request.CertificateAuthorities.Any(authority => authority.Span.SequenceEqual(name.Span)));
}
