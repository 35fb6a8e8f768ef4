using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Configuration;

/// <summary>What a policy allows: a set of the lists that every application can give to the engine. Each needs TLS 1.2 or later.</summary>
internal sealed record PolicyPreset(
    IReadOnlyList<CipherSuite> CipherSuites, IReadOnlyList<NamedGroup> Groups, IReadOnlyList<SignatureScheme> Schemes)
{
    /// <summary>What FIPS 140-3 leaves (NIST SP 800-52).</summary>
    public static PolicyPreset Fips { get; } = new(
        [
            CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384,
            CipherSuite.EcdheEcdsaAes128GcmSha256, CipherSuite.EcdheRsaAes128GcmSha256,
            CipherSuite.EcdheEcdsaAes256GcmSha384, CipherSuite.EcdheRsaAes256GcmSha384,
        ],
        [NamedGroup.Secp256r1, NamedGroup.Secp384r1],
        [
            SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.EcdsaSecp384r1Sha384,
            SignatureScheme.RsaPssRsaeSha256, SignatureScheme.RsaPssRsaeSha384, SignatureScheme.RsaPssRsaeSha512,
            SignatureScheme.RsaPkcs1Sha256, SignatureScheme.RsaPkcs1Sha384, SignatureScheme.RsaPkcs1Sha512,
        ]);

    /// <summary>The 192-bit mode of WPA3-Enterprise.</summary>
    public static PolicyPreset Wpa { get; } = new(
        [CipherSuite.Aes256GcmSha384, CipherSuite.EcdheEcdsaAes256GcmSha384, CipherSuite.EcdheRsaAes256GcmSha384],
        [NamedGroup.Secp384r1],
        [
            SignatureScheme.EcdsaSecp384r1Sha384, SignatureScheme.RsaPssRsaeSha384, SignatureScheme.RsaPssRsaeSha512,
            SignatureScheme.RsaPkcs1Sha384, SignatureScheme.RsaPkcs1Sha512,
        ]);

    /// <summary>CNSA 1.0 without ML-KEM.</summary>
    public static PolicyPreset Cnsa1 { get; } = new(
        [.. Wpa.CipherSuites, CipherSuite.RsaAes256GcmSha384],
        [NamedGroup.Secp384r1],
        [SignatureScheme.EcdsaSecp384r1Sha384, SignatureScheme.RsaPssRsaeSha384, SignatureScheme.RsaPkcs1Sha384]);
}
