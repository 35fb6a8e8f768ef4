using Aksu.Cryptography;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Crypto;

/// <summary>Which signature scheme means which algorithm, and which keys it fits (RFC 9846 §4.3.3).</summary>
internal static class SchemeRules
{
    /// <summary>The algorithm behind a scheme; null for a scheme that this library does not have.</summary>
    public static SignatureAlgorithm? AlgorithmOf(SignatureScheme scheme) => scheme.Value switch
    {
        0x0201 => SignatureAlgorithm.RsaPkcs1Sha1,
        0x0203 => SignatureAlgorithm.EcdsaSha1,
        0x0401 => SignatureAlgorithm.RsaPkcs1Sha256,
        0x0501 => SignatureAlgorithm.RsaPkcs1Sha384,
        0x0601 => SignatureAlgorithm.RsaPkcs1Sha512,
        0x0403 => SignatureAlgorithm.EcdsaSha256,
        0x0503 => SignatureAlgorithm.EcdsaSha384,
        0x0603 => SignatureAlgorithm.EcdsaSha512,
        0x0804 or 0x0809 => SignatureAlgorithm.RsaPssSha256,
        0x0805 or 0x080a => SignatureAlgorithm.RsaPssSha384,
        0x0806 or 0x080b => SignatureAlgorithm.RsaPssSha512,
        0x0807 => SignatureAlgorithm.Ed25519,
        0x0808 => SignatureAlgorithm.Ed448,
        0xff01 => SignatureAlgorithm.RsaPkcs1Md5Sha1,
        _ => null,
    };

    /// <summary>Whether signatures of this scheme are over a digest of SHA-1.</summary>
    public static bool IsSha1(SignatureScheme scheme) => scheme.Value is 0x0201 or 0x0203;

    /// <summary>The list as a ClientHello has it: SHA-1 is what is left when nothing else goes (RFC 9846 §4.3.3).</summary>
    /// <param name="schemes">In order of preference.</param>
    /// <param name="first">What stands in front of all; null for nothing.</param>
    public static SignatureScheme[] WithSha1Last(IReadOnlyList<SignatureScheme> schemes, SignatureScheme? first = null)
    {
        var ordered = new SignatureScheme[schemes.Count + (first is null ? 0 : 1)];
        int at = 0;
        if (first is { } value)
        {
            ordered[at++] = value;
        }

        foreach (bool isSha1 in (ReadOnlySpan<bool>)[false, true])
        {
            for (int i = 0; i < schemes.Count; i++)
            {
                if (IsSha1(schemes[i]) == isSha1)
                {
                    ordered[at++] = schemes[i];
                }
            }
        }

        return ordered;
    }

    /// <summary>
    /// Whether TLS 1.2 lets a key of this kind sign with the scheme: ECDSA schemes fix the hash and no curve (RFC 5246 §7.4.1.4.1).
    /// </summary>
    public static bool Fits12(SignatureScheme scheme, KeyKind key) => scheme.Value switch
    {
        0x0203 or 0x0403 or 0x0503 or 0x0603 => key is KeyKind.EcP256 or KeyKind.EcP384 or KeyKind.EcP521,
        0x0201 or 0x0401 or 0x0501 or 0x0601 => key == KeyKind.Rsa,
        _ => Fits13(scheme, key),
    };

    /// <summary>Under which suites of TLS 1.2 and before a key of this kind stands in a certificate.</summary>
    public static ServerAuthentication AuthenticationOf(KeyKind key) =>
        key is KeyKind.Rsa or KeyKind.RsaPss ? ServerAuthentication.Rsa : ServerAuthentication.Ecdsa;

    /// <summary>The curve of an ECDSA key, which TLS 1.2 and before negotiate as a group (RFC 8422 §5.3); null for other kinds.</summary>
    public static NamedGroup? CurveOf(KeyKind key) => key switch
    {
        KeyKind.EcP256 => NamedGroup.Secp256r1,
        KeyKind.EcP384 => NamedGroup.Secp384r1,
        KeyKind.EcP521 => NamedGroup.Secp521r1,
        _ => null,
    };

    /// <summary>What a key of this kind signs with in TLS 1.1 and 1.0 (RFC 4346 §7.4.3, RFC 8422 §5.4); null when it cannot.</summary>
    public static SignatureScheme? LegacyOf(KeyKind key) => key switch
    {
        KeyKind.Rsa => SignatureScheme.RsaPkcs1Md5Sha1,
        KeyKind.EcP256 or KeyKind.EcP384 or KeyKind.EcP521 => SignatureScheme.EcdsaSha1,
        _ => null,
    };

    /// <summary>
    /// Whether TLS 1.3 lets a key of this kind sign the handshake with the scheme: ECDSA schemes fix the curve, PKCS#1 v1.5 and SHA-1 are
    /// for certificates alone (RFC 9846 §4.3.3).
    /// </summary>
    public static bool Fits13(SignatureScheme scheme, KeyKind key) => scheme.Value switch
    {
        0x0403 => key == KeyKind.EcP256,
        0x0503 => key == KeyKind.EcP384,
        0x0603 => key == KeyKind.EcP521,
        0x0804 or 0x0805 or 0x0806 => key == KeyKind.Rsa,
        0x0809 or 0x080a or 0x080b => key == KeyKind.RsaPss,
        0x0807 => key == KeyKind.Ed25519,
        0x0808 => key == KeyKind.Ed448,
        _ => false,
    };
}
