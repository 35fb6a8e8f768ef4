using Aksu.Pki.Paths;

namespace Aksu.Pki.Checks;

/// <summary>Keys and signature algorithms: known, supported, strong enough.</summary>
internal static class KeyChecks
{
    /// <summary>Longer keys are refused: they cost time and add nothing.</summary>
    public const int MaxRsaKeySizeInBits = 8192;

    public static Check SignatureAlgorithm(Certificate certificate, int index)
    {
        if (certificate.SignatureAlgorithm is not null)
        {
            return Check.Pass(CheckKind.SignatureAlgorithm, index, certificate.SignatureAlgorithmText);
        }

        string detail = certificate.SignatureIdentifier.IsWeak
            ? $"{certificate.SignatureAlgorithmText} is broken: anyone with enough money can forge it"
            : $"{certificate.SignatureAlgorithmText} is not supported";
        return Check.Fail(CheckKind.SignatureAlgorithm, index, VerificationFailure.UnsupportedAlgorithm, detail);
    }

    public static Check Strength(Certificate certificate, int index, PathContext context)
    {
        string? problem = Problem(certificate.PublicKey, context.Policy);
        return problem is null
            ? Check.Pass(CheckKind.KeyStrength, index, "strong enough")
            : Check.Fail(CheckKind.KeyStrength, index, VerificationFailure.UnsupportedAlgorithm, problem);
    }

    /// <summary>Why a key is not accepted; null if it is.</summary>
    public static string? Problem(PublicKeyInfo key, VerificationPolicy policy) => key.Algorithm switch
    {
        PublicKeyAlgorithm.Rsa or PublicKeyAlgorithm.RsaPss => RsaProblem(key, policy),
        PublicKeyAlgorithm.EcP256 or PublicKeyAlgorithm.EcP384 or PublicKeyAlgorithm.EcP521 => null,
        PublicKeyAlgorithm.Ed25519 or PublicKeyAlgorithm.Ed448 => null,
        _ => $"keys of this kind are not accepted ({key})",
    };

    private static string? RsaProblem(PublicKeyInfo key, VerificationPolicy policy)
    {
        if (key.KeySizeInBits < policy.MinimumRsaKeySizeInBits)
        {
            return $"the RSA key has {key.KeySizeInBits} bits, and {policy.MinimumRsaKeySizeInBits} are demanded";
        }

        if (key.KeySizeInBits > MaxRsaKeySizeInBits)
        {
            return $"the RSA key has {key.KeySizeInBits} bits, and more than {MaxRsaKeySizeInBits} are refused";
        }

        // CA/Browser baseline requirements §6.1.5.
        return policy.Profile == CertificateProfile.WebPki && key.KeySizeInBits % 8 != 0
            ? $"the length of the RSA key ({key.KeySizeInBits} bits) is not a multiple of 8"
            : null;
    }
}
