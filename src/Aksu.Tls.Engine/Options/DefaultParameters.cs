using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Options;

/// <summary>What is negotiated unless somebody says otherwise. Safe by itself: nothing here is deprecated.</summary>
public static class DefaultParameters
{
    /// <summary>Every version this library can be asked for.</summary>
    internal static IReadOnlyList<ProtocolVersion> ImplementedVersions { get; } =
        [ProtocolVersion.Tls13, ProtocolVersion.Tls12, ProtocolVersion.Tls11, ProtocolVersion.Tls10];

    /// <summary>Protocol versions, most preferred first.</summary>
    public static IReadOnlyList<ProtocolVersion> Versions { get; } = [ProtocolVersion.Tls13, ProtocolVersion.Tls12];

    /// <summary>
    /// Cipher suites, most preferred first: those of TLS 1.3, then of TLS 1.2 those with a fresh key exchange over a curve and an
    /// authenticated cipher.
    /// </summary>
    public static IReadOnlyList<CipherSuite> CipherSuites { get; } =
    [
        CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384, CipherSuite.ChaCha20Poly1305Sha256,
        CipherSuite.EcdheEcdsaAes128GcmSha256, CipherSuite.EcdheRsaAes128GcmSha256,
        CipherSuite.EcdheEcdsaAes256GcmSha384, CipherSuite.EcdheRsaAes256GcmSha384,
        CipherSuite.EcdheEcdsaChaCha20Poly1305Sha256, CipherSuite.EcdheRsaChaCha20Poly1305Sha256,
    ];

    /// <summary>Key exchange groups, most preferred first.</summary>
    public static IReadOnlyList<NamedGroup> Groups { get; } =
        [NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1, NamedGroup.Secp521r1];

    /// <summary>Signature schemes, most preferred first. PKCS#1 v1.5 stands for certificates alone in TLS 1.3 (RFC 9846 §4.3.3).</summary>
    public static IReadOnlyList<SignatureScheme> SignatureSchemes { get; } =
    [
        SignatureScheme.EcdsaSecp256r1Sha256, SignatureScheme.RsaPssRsaeSha256, SignatureScheme.Ed25519,
        SignatureScheme.EcdsaSecp384r1Sha384, SignatureScheme.RsaPssRsaeSha384, SignatureScheme.EcdsaSecp521r1Sha512,
        SignatureScheme.RsaPssRsaeSha512, SignatureScheme.RsaPssPssSha256, SignatureScheme.RsaPssPssSha384,
        SignatureScheme.RsaPssPssSha512, SignatureScheme.Ed448,
        SignatureScheme.RsaPkcs1Sha256, SignatureScheme.RsaPkcs1Sha384, SignatureScheme.RsaPkcs1Sha512,
    ];
}
