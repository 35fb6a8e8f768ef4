using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Settings;

/// <summary>What each way of exchanging keys comes to in suites and groups.</summary>
internal static class KeyExchanges
{
    private static readonly CipherSuite[] Dhe =
        [CipherSuite.DheRsaAes128GcmSha256, CipherSuite.DheRsaAes256GcmSha384, CipherSuite.DheRsaChaCha20Poly1305Sha256];

    private static readonly CipherSuite[] Rsa = [CipherSuite.RsaAes128GcmSha256, CipherSuite.RsaAes256GcmSha384];

    private static readonly CipherSuite[] Psk =
    [
        CipherSuite.EcdhePskAes128GcmSha256, CipherSuite.EcdhePskAes256GcmSha384, CipherSuite.EcdhePskChaCha20Poly1305Sha256,
        CipherSuite.PskAes128GcmSha256, CipherSuite.PskAes256GcmSha384, CipherSuite.PskChaCha20Poly1305Sha256,
    ];

    // All that TLS 1.0 and 1.1 can do.
    private static readonly CipherSuite[] LegacyEcdhe =
    [
        CipherSuite.EcdheEcdsaAes128CbcSha, CipherSuite.EcdheRsaAes128CbcSha,
        CipherSuite.EcdheEcdsaAes256CbcSha, CipherSuite.EcdheRsaAes256CbcSha,
    ];

    private static readonly CipherSuite[] LegacyDhe = [CipherSuite.DheRsaAes128CbcSha, CipherSuite.DheRsaAes256CbcSha];

    private static readonly CipherSuite[] LegacyRsa = [CipherSuite.RsaAes128CbcSha, CipherSuite.RsaAes256CbcSha];

    private static readonly CipherSuite[] LegacyPsk =
    [
        CipherSuite.EcdhePskAes128CbcSha, CipherSuite.EcdhePskAes256CbcSha, CipherSuite.PskAes128CbcSha, CipherSuite.PskAes256CbcSha,
    ];

    /// <summary><c>ecdhe</c>, <c>dhe</c>, <c>rsa</c> or <c>psk</c>.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static KeyExchange Parse(string name) => name.ToUpperInvariant() switch
    {
        "ECDHE" => KeyExchange.Ecdhe,
        "DHE" => KeyExchange.Dhe,
        "RSA" => KeyExchange.Rsa,
        "PSK" => KeyExchange.Psk,
        _ => throw new FormatException($"'{name}' is no key exchange; there are ecdhe, dhe, rsa and psk."),
    };

    /// <summary>The suites, those of TLS 1.3 first, where RSA key transport has none; those of TLS 1.0 and 1.1 last.</summary>
    /// <param name="exchanges">What was asked for.</param>
    /// <param name="withLegacy">Whether TLS 1.0 or 1.1 was asked for.</param>
    public static IReadOnlyList<CipherSuite> SuitesOf(IReadOnlyList<KeyExchange> exchanges, bool withLegacy)
    {
        var suites = new List<CipherSuite>();
        if (exchanges.Any(static exchange => exchange != KeyExchange.Rsa))
        {
            suites.AddRange(DefaultParameters.CipherSuites.Where(IsOfTls13));
        }

        foreach (KeyExchange exchange in exchanges)
        {
            suites.AddRange(exchange switch
            {
                KeyExchange.Dhe => Dhe,
                KeyExchange.Rsa => Rsa,
                KeyExchange.Psk => Psk,
                _ => DefaultParameters.CipherSuites.Where(static suite => !IsOfTls13(suite)),
            });
        }

        if (withLegacy)
        {
            suites.AddRange(exchanges.SelectMany(LegacyOf));
        }

        return suites;
    }

    /// <summary>The groups.</summary>
    public static IReadOnlyList<NamedGroup> GroupsOf(IReadOnlyList<KeyExchange> exchanges)
    {
        var groups = new List<NamedGroup>();
        if (exchanges.Any(static exchange => exchange != KeyExchange.Dhe))
        {
            groups.AddRange(DefaultParameters.Groups);
        }

        if (exchanges.Contains(KeyExchange.Dhe))
        {
            groups.AddRange([NamedGroup.Ffdhe2048, NamedGroup.Ffdhe3072]);
        }

        return groups;
    }

    private static CipherSuite[] LegacyOf(KeyExchange exchange) => exchange switch
    {
        KeyExchange.Dhe => LegacyDhe,
        KeyExchange.Rsa => LegacyRsa,
        KeyExchange.Psk => LegacyPsk,
        _ => LegacyEcdhe,
    };

    /// <summary>Whether a suite belongs to TLS 1.3.</summary>
    public static bool IsOfTls13(CipherSuite suite) => suite.Value >> 8 == 0x13;

    /// <summary>Whether a suite has RSA key transport.</summary>
    public static bool IsKeyTransport(CipherSuite suite) => suite.ToString().StartsWith("TLS_RSA_WITH_", StringComparison.Ordinal);
}
