using System.Reflection;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Interop.Tests.Peers;

/// <summary>What TLS 1.2 peers are tried with.</summary>
internal static class Parameters12
{
    /// <summary>Every suite of TLS 1.2 and before that this library has.</summary>
    public static IReadOnlyList<CipherSuite> Suites { get; } =
    [
        .. typeof(CipherSuite).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (CipherSuite)field.GetValue(null)!)
            .Where(suite => suite.Value >> 8 != 0x13 && suite.ToString().Contains("_WITH_", StringComparison.Ordinal)),
    ];

    /// <summary>Groups with a finite field among them, for DHE.</summary>
    public static IReadOnlyList<NamedGroup> Groups { get; } =
        [NamedGroup.X25519, NamedGroup.Secp256r1, NamedGroup.Secp384r1, NamedGroup.Secp521r1, NamedGroup.Ffdhe2048, NamedGroup.Ffdhe3072];

    /// <summary>
    /// The suites of one key exchange, by the beginning of the registered name: <c>ECDHE_ECDSA</c>, <c>RSA</c>, <c>PSK</c> …
    /// </summary>
    public static IReadOnlyList<CipherSuite> With(string exchange) =>
        [.. Suites.Where(suite => suite.ToString().StartsWith($"TLS_{exchange}_WITH_", StringComparison.Ordinal))];

    /// <summary>The suites that TLS 1.0 and 1.1 can use: CBC with HMAC-SHA-1.</summary>
    public static IReadOnlyList<CipherSuite> ForLegacy(IReadOnlyList<CipherSuite> suites) =>
        [.. suites.Where(suite => suite.ToString().EndsWith("_CBC_SHA", StringComparison.Ordinal))];
}
