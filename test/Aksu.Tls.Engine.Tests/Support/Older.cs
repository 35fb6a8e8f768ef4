using Aksu.Cryptography;
using Aksu.Testing.Certificates;
using Aksu.Tls.Engine.Crypto.Tls12;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Tls.Engine.Tests.Support;

/// <summary>Options for TLS 1.2 and before, with what a suite needs and the opt-ins that allow it.</summary>
internal static class Older
{
    public static ExternalPreSharedKey PreSharedKey { get; } = new(
        "the key"u8.ToArray(), Secret.CopyOf(new byte[32].Select((_, i) => (byte)i).ToArray()));

    public static IReadOnlyList<CipherSuite> Suites { get; } = [.. SuiteTable.Suites.OrderBy(suite => suite.Value)];

    public static ClientHandshakeOptions Client { get; } = Shake.Client with { Versions = [ProtocolVersion.Tls12] };

    public static ServerHandshakeOptions Server { get; } = new()
    {
        Versions = [ProtocolVersion.Tls12],
        Identities = [TestIdentity.Server(KeyKind.EcP256), TestIdentity.Server(KeyKind.Rsa)],
    };

    public static ClientHandshakeOptions ClientFor(CipherSuite suite, ProtocolVersion? version = null) =>
        (ClientHandshakeOptions)Allow(Client, suite, version ?? ProtocolVersion.Tls12);

    public static ServerHandshakeOptions ServerFor(CipherSuite suite, ProtocolVersion? version = null) =>
        (ServerHandshakeOptions)Allow(Server, suite, version ?? ProtocolVersion.Tls12);

    /// <summary>All that is needed to negotiate this suite in this version, and nothing else.</summary>
    public static HandshakeOptions Allow(HandshakeOptions options, CipherSuite suite, ProtocolVersion version)
    {
        SuiteRow row = SuiteTable.Find(suite)!;
        bool isFiniteField = row.KeyExchange is KeyExchangeMethod.Dhe or KeyExchangeMethod.DhePsk;
        return options with
        {
            Versions = [version],
            CipherSuites = [suite],
            Groups = isFiniteField ? [NamedGroup.Ffdhe2048] : options.Groups,
            PreSharedKeys = row.Authentication == ServerAuthentication.PreSharedKey ? [PreSharedKey] : [],
            DangerousRsaKeyTransport = row.KeyExchange == KeyExchangeMethod.Rsa,
            DangerousLegacyVersions = version.Value < ProtocolVersion.Tls12.Value,
        };
    }
}
