using Aksu.Cryptography;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Interop.Tests.Peers;

/// <summary>What TLS 1.3 peers are tried with.</summary>
internal static class Parameters13
{
    public static IReadOnlyList<CipherSuite> Suites { get; } =
    [
        CipherSuite.Aes128GcmSha256, CipherSuite.Aes256GcmSha384, CipherSuite.ChaCha20Poly1305Sha256,
        CipherSuite.Aes128CcmSha256, CipherSuite.Aes128Ccm8Sha256,
    ];

    public static IReadOnlyList<NamedGroup> Groups { get; } =
    [
        NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1, NamedGroup.Secp521r1, NamedGroup.X448,
        NamedGroup.Ffdhe2048, NamedGroup.Ffdhe3072,
    ];

    /// <summary>The key kinds as test data.</summary>
    public static TheoryData<KeyKind> Kinds => [.. CertificateFiles.AllKinds];

    public static string AllSuites => string.Join(':', Suites);

    public const string OpenSslGroups = "X25519:P-256:P-384:P-521:X448:ffdhe2048:ffdhe3072";

    public static string OpenSslName(NamedGroup group) => group.Value switch
    {
        0x17 => "P-256",
        0x18 => "P-384",
        0x19 => "P-521",
        0x1d => "X25519",
        0x1e => "X448",
        _ => group.ToString(),
    };

    public static string GnuTlsName(NamedGroup group) => group.Value switch
    {
        0x17 => "GROUP-SECP256R1",
        0x18 => "GROUP-SECP384R1",
        0x19 => "GROUP-SECP521R1",
        0x1d => "GROUP-X25519",
        0x1e => "GROUP-X448",
        _ => "GROUP-" + group.ToString().ToUpperInvariant(),
    };

    public static string GnuTlsName(CipherSuite suite) => suite.Value switch
    {
        0x1301 => "AES-128-GCM",
        0x1302 => "AES-256-GCM",
        0x1303 => "CHACHA20-POLY1305",
        0x1304 => "AES-128-CCM",
        _ => "AES-128-CCM-8",
    };
}
