using System.CommandLine;
using Aksu.Tls;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Settings;

/// <summary>What may be negotiated: the same options for clients and servers.</summary>
internal sealed class NegotiationSettings
{
    private readonly Option<ProtocolVersion[]?> _versions = CommaList.Option(
        "--tls", "VERSIONS", "Protocol versions, e.g. 1.3.", CodePointNames.Version);

    private readonly Option<CipherSuite[]?> _suites = CommaList.Option(
        "--suite", "NAMES", "Cipher suites, most preferred first, e.g. TLS_AES_256_GCM_SHA384.", CodePointNames.Suite);

    private readonly Option<NamedGroup[]?> _groups = CommaList.Option(
        "--group", "NAMES", "Key exchange groups, most preferred first, e.g. x25519,secp256r1.", CodePointNames.Group);

    private readonly Option<string[]?> _protocols = CommaList.Option(
        "--alpn", "NAMES", "Application protocols, most preferred first, e.g. h2,http/1.1.", CodePointNames.Protocol);

    /// <summary>Adds the options of versions, suites and groups to a command.</summary>
    public void AddParametersTo(Command command)
    {
        command.Options.Add(_versions);
        command.Options.Add(_suites);
        command.Options.Add(_groups);
    }

    /// <summary>Adds the option of application protocols to a command.</summary>
    public void AddProtocolsTo(Command command) => command.Options.Add(_protocols);

    /// <summary>Whether application protocols were given.</summary>
    public bool HasProtocols(ParseResult line) => line.GetValue(_protocols) is { Length: > 0 };

    /// <summary>The options with what the command line says; the rest stays.</summary>
    public T Apply<T>(T options, ParseResult line)
        where T : TlsOptions
    {
        TlsOptions applied = options;
        if (line.GetValue(_versions) is { Length: > 0 } versions)
        {
            applied = applied with { Versions = versions };
        }

        if (line.GetValue(_suites) is { Length: > 0 } suites)
        {
            applied = applied with { CipherSuites = suites };
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
}
