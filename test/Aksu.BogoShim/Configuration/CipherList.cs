using Aksu.BogoShim.Flags;
using Aksu.Tls.Engine.Registry;

namespace Aksu.BogoShim.Configuration;

/// <summary>The suites of TLS 1.2 and before that cases take for granted, and the few words by which they ask for others.</summary>
internal static class CipherList
{
    private static readonly CipherSuite[] ChaCha =
        [CipherSuite.EcdheEcdsaChaCha20Poly1305Sha256, CipherSuite.EcdheRsaChaCha20Poly1305Sha256];

    public static IReadOnlyList<CipherSuite> Usual { get; } =
    [
        CipherSuite.EcdheEcdsaAes128GcmSha256, CipherSuite.EcdheRsaAes128GcmSha256,
        CipherSuite.EcdheEcdsaAes256GcmSha384, CipherSuite.EcdheRsaAes256GcmSha384,
        .. ChaCha,
        CipherSuite.EcdheEcdsaAes128CbcSha, CipherSuite.EcdheRsaAes128CbcSha,
        CipherSuite.EcdheEcdsaAes256CbcSha, CipherSuite.EcdheRsaAes256CbcSha,
        CipherSuite.EcdheEcdsaAes128CbcSha256, CipherSuite.EcdheRsaAes128CbcSha256,
        CipherSuite.RsaAes128GcmSha256, CipherSuite.RsaAes256GcmSha384,
        CipherSuite.RsaAes128CbcSha, CipherSuite.RsaAes256CbcSha,
    ];

    /// <summary>Where there is a pre-shared key.</summary>
    public static IReadOnlyList<CipherSuite> PreSharedKey { get; } =
    [
        CipherSuite.EcdhePskChaCha20Poly1305Sha256, CipherSuite.EcdhePskAes128CbcSha, CipherSuite.EcdhePskAes256CbcSha,
        CipherSuite.PskAes128CbcSha, CipherSuite.PskAes256CbcSha,
    ];

    public static IReadOnlyList<CipherSuite> Tls13 { get; } =
        [CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384, CipherSuite.ChaCha20Poly1305Sha256];

    /// <summary>Whether one of them is for TLS 1.0 and 1.1.</summary>
    public static bool HasLegacy(IReadOnlyList<CipherSuite> suites) =>
        suites.Any(static suite => suite.ToString().EndsWith("_CBC_SHA", StringComparison.Ordinal));

    /// <summary>Whether one of them transports the secret under the server's RSA key.</summary>
    public static bool HasKeyTransport(IReadOnlyList<CipherSuite> suites) =>
        suites.Any(static suite => suite.ToString().StartsWith("TLS_RSA_", StringComparison.Ordinal));

    public static IReadOnlyList<CipherSuite> Parse(string list) => list switch
    {
        "AES128" => [.. Usual.Where(static suite => suite.ToString().Contains("AES_128", StringComparison.Ordinal))],
        "DEFAULT:!AES" => ChaCha,
        "TLS_RSA_WITH_AES_128_GCM_SHA256" => [CipherSuite.RsaAes128GcmSha256],
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256" => [CipherSuite.EcdheRsaAes128GcmSha256],
        "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA:TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA" =>
            [CipherSuite.EcdheEcdsaAes256CbcSha, CipherSuite.EcdheRsaAes128CbcSha],
        "ALL:3DES" => Usual,
        "3DES" or "TLS_RSA_WITH_3DES_EDE_CBC_SHA" => throw new UnsupportedException("3DES: never, RFC 9325 §4.1"),
        _ when list.Contains('[', StringComparison.Ordinal) =>
            throw new UnsupportedException("A choice that the engine does not offer (suites of equal preference)"),
        _ => throw new UnsupportedException($"A flag that the shim has never seen (-cipher {list})"),
    };
}
