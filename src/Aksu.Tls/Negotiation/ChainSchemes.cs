using Aksu.Cryptography;
using Aksu.Pki;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Negotiation;

/// <summary>The signature schemes with which a chain is signed, as signature_algorithms_cert names them (RFC 9846 §4.3.3).</summary>
internal static class ChainSchemes
{
    /// <summary>Self-issued certificates are left out: nobody checks their signature.</summary>
    public static IReadOnlyList<SignatureScheme> Of(IReadOnlyList<Certificate> chain)
    {
        var schemes = new List<SignatureScheme>();
        for (int i = 0; i < chain.Count; i++)
        {
            PublicKeyAlgorithm? issuerKey = i + 1 < chain.Count ? chain[i + 1].PublicKey.Algorithm : null;
            SignatureScheme? found = chain[i].IsSignedWithSha1 ? Sha1Of(issuerKey) : SchemeOf(chain[i].SignatureAlgorithm, issuerKey);
            if (!chain[i].IsSelfIssued && found is { } scheme && !schemes.Contains(scheme))
            {
                schemes.Add(scheme);
            }
        }

        return schemes;
    }

    private static SignatureScheme Sha1Of(PublicKeyAlgorithm? issuerKey) =>
        issuerKey is PublicKeyAlgorithm.EcP256 or PublicKeyAlgorithm.EcP384 or PublicKeyAlgorithm.EcP521
            ? SignatureScheme.EcdsaSha1
            : SignatureScheme.RsaPkcs1Sha1;

    private static SignatureScheme? SchemeOf(SignatureAlgorithm? algorithm, PublicKeyAlgorithm? issuerKey)
    {
        bool issuerIsPss = issuerKey == PublicKeyAlgorithm.RsaPss;
        return algorithm switch
        {
            SignatureAlgorithm.RsaPkcs1Sha256 => SignatureScheme.RsaPkcs1Sha256,
            SignatureAlgorithm.RsaPkcs1Sha384 => SignatureScheme.RsaPkcs1Sha384,
            SignatureAlgorithm.RsaPkcs1Sha512 => SignatureScheme.RsaPkcs1Sha512,
            SignatureAlgorithm.RsaPssSha256 => issuerIsPss ? SignatureScheme.RsaPssPssSha256 : SignatureScheme.RsaPssRsaeSha256,
            SignatureAlgorithm.RsaPssSha384 => issuerIsPss ? SignatureScheme.RsaPssPssSha384 : SignatureScheme.RsaPssRsaeSha384,
            SignatureAlgorithm.RsaPssSha512 => issuerIsPss ? SignatureScheme.RsaPssPssSha512 : SignatureScheme.RsaPssRsaeSha512,
            SignatureAlgorithm.EcdsaSha256 => SignatureScheme.EcdsaSecp256r1Sha256,
            SignatureAlgorithm.EcdsaSha384 => SignatureScheme.EcdsaSecp384r1Sha384,
            SignatureAlgorithm.EcdsaSha512 => SignatureScheme.EcdsaSecp521r1Sha512,
            SignatureAlgorithm.Ed25519 => SignatureScheme.Ed25519,
            SignatureAlgorithm.Ed448 => SignatureScheme.Ed448,
            _ => null,
        };
    }
}
