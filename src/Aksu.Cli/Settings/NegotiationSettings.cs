using System.CommandLine;
using Aksu.Cli.Failures;
using Aksu.Tls;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Settings;

/// <summary>What may be negotiated: the same options for clients and servers.</summary>
internal sealed class NegotiationSettings
{
    private readonly Option<ProtocolVersion[]?> _versions = CommaList.Option(
        "--tls", "VERSIONS", "Protocol versions: 1.3, 1.2; 1.1 and 1.0 with --allow-legacy.", CodePointNames.Version);

    private readonly Option<CipherSuite[]?> _suites = CommaList.Option(
        "--suite", "NAMES", "Cipher suites, most preferred first, e.g. TLS_AES_256_GCM_SHA384.", CodePointNames.Suite);

    private readonly Option<NamedGroup[]?> _groups = CommaList.Option(
        "--group", "NAMES", "Key exchange groups, most preferred first, e.g. x25519,secp256r1.", CodePointNames.Group);

    private readonly Option<KeyExchange[]?> _exchanges = CommaList.Option(
        "--key-exchange",
        "NAMES",
        "How to come to a shared secret: ecdhe, dhe, psk, or rsa (TLS 1.2; no forward secrecy).",
        KeyExchanges.Parse);

    private readonly Option<string[]?> _protocols = CommaList.Option(
        "--alpn", "NAMES", "Application protocols, most preferred first, e.g. h2,http/1.1.", CodePointNames.Protocol);

    private readonly Option<bool> _allowLegacy = new("--allow-legacy")
    {
        Description = "Allow TLS 1.0 and 1.1 in --tls. They are deprecated (RFC 8996); for old devices only.",
    };

    /// <summary>Adds the options of versions, suites, groups and key exchanges to a command.</summary>
    public void AddParametersTo(Command command)
    {
        command.Options.Add(_versions);
        command.Options.Add(_suites);
        command.Options.Add(_groups);
        command.Options.Add(_exchanges);
        command.Options.Add(_allowLegacy);
    }

    /// <summary>Adds the option of application protocols to a command.</summary>
    public void AddProtocolsTo(Command command) => command.Options.Add(_protocols);

    /// <summary>Whether versions were given.</summary>
    public bool HasVersions(ParseResult line) => line.GetValue(_versions) is { Length: > 0 };

    /// <summary>The key exchanges that were asked for; empty when none was.</summary>
    public IReadOnlyList<KeyExchange> ExchangesOf(ParseResult line) => line.GetValue(_exchanges) ?? [];

    /// <summary>Whether what was asked for needs a certificate with an RSA key.</summary>
    public bool NeedsRsaKey(ParseResult line) => ExchangesOf(line).Any(static exchange => exchange is KeyExchange.Rsa or KeyExchange.Dhe);

    /// <summary>Whether what was asked for needs no certificate at all.</summary>
    public bool NeedsNoCertificate(ParseResult line) => ExchangesOf(line) is [KeyExchange.Psk];

    /// <summary>The options with what the command line says; the rest stays.</summary>
    /// <exception cref="CommandFailure">Something is asked for that has to be allowed first.</exception>
    public T Apply<T>(T options, ParseResult line)
        where T : TlsOptions
    {
        IReadOnlyList<KeyExchange> exchanges = ExchangesOf(line);
        TlsOptions applied = options with
        {
            DangerousLegacyVersions = line.GetValue(_allowLegacy),
            DangerousRsaKeyTransport = exchanges.Contains(KeyExchange.Rsa),
        };
        if (line.GetValue(_versions) is { Length: > 0 } versions)
        {
            applied = applied with { Versions = Allowed(versions, applied) };
        }

        if (exchanges.Count > 0)
        {
            applied = applied with
            {
                CipherSuites = Suites(exchanges, applied.Versions),
                Groups = KeyExchanges.GroupsOf(exchanges),
            };
        }

        if (line.GetValue(_suites) is { Length: > 0 } suites)
        {
            applied = applied with { CipherSuites = Allowed(suites, applied) };
        }

        if (line.GetValue(_groups) is { Length: > 0 } groups)
        {
            applied = applied with { Groups = groups };
        }

        if (line.GetValue(_protocols) is { Length: > 0 } protocols)
        {
            applied = applied with { ApplicationProtocols = protocols };
        }

        return (T)applied;
    }

    private static IReadOnlyList<CipherSuite> Suites(IReadOnlyList<KeyExchange> exchanges, IReadOnlyList<ProtocolVersion> versions)
    {
        if (exchanges.All(static exchange => exchange == KeyExchange.Rsa)
            && versions.All(static version => version == ProtocolVersion.Tls13))
        {
            throw CommandFailure.Usage(SettingTexts.NoRsaInTls13);
        }

        return KeyExchanges.SuitesOf(exchanges, withLegacy: versions.Any(IsLegacy));
    }

    private static bool IsLegacy(ProtocolVersion version) => version == ProtocolVersion.Tls10 || version == ProtocolVersion.Tls11;

    private static ProtocolVersion[] Allowed(ProtocolVersion[] versions, TlsOptions options) =>
        !options.DangerousLegacyVersions && versions.Any(IsLegacy)
            ? throw CommandFailure.Usage(SettingTexts.Legacy)
            : versions;

    private static CipherSuite[] Allowed(CipherSuite[] suites, TlsOptions options) =>
        !options.DangerousRsaKeyTransport && suites.Any(KeyExchanges.IsKeyTransport)
            ? throw CommandFailure.Usage(SettingTexts.KeyTransport)
            : suites;
}
