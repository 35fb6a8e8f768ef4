using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Suspensions;

namespace Aksu.BogoShim.Decisions;

/// <summary>Which certificate an application presents that the engine asks for one.</summary>
internal static class IdentityAnswer
{
    /// <summary>The first that can sign as the server wants and whose issuer it knows; null when there is none.</summary>
    public static CertifiedKey? Choose(IEnumerable<CertifiedKey> keys, IdentityRequest request) =>
        keys.FirstOrDefault(key => IsTrusted(key, request)
            && (request.SignatureSchemes.Count == 0 || key.SignatureSchemes!.Any(request.SignatureSchemes.Contains)));

    private static bool IsTrusted(CertifiedKey key, IdentityRequest request) =>
        key.IssuerNames.Count == 0
        || key.IssuerNames.Any(name => request.CertificateAuthorities.Any(authority => authority.Span.SequenceEqual(name.Span)));
}
