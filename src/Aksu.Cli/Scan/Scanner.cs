using Aksu.Cli.Settings;
using Aksu.Inspection.Probes;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Cli.Scan;

/// <summary>Finds out what a server takes, by offering less and less of it.</summary>
internal sealed class Scanner(HostAndPort target, HelloProber prober, HandshakeProber handshakes)
{
    private static readonly ProtocolVersion[] Versions =
        [ProtocolVersion.Tls13, ProtocolVersion.Tls12, ProtocolVersion.Tls11, ProtocolVersion.Tls10, ProtocolVersion.Ssl3];

    public async Task<ScanReport> RunAsync(CancellationToken stop)
    {
        var versions = new List<ScannedVersion>();
        foreach (ProtocolVersion version in Versions)
        {
            versions.Add(await ScanAsync(version, stop));
        }

        HandshakeFindings full = versions.Exists(static version => version.IsTaken)
            ? await handshakes.RunAsync(versions, stop)
            : new HandshakeFindings();
        if (full.Schemes13.Count > 0)
        {
            versions[0] = versions[0] with { Schemes = full.Schemes13 };
        }

        return new ScanReport
        {
            Target = target.ToString(),
            Versions = versions,
            Protocols = full.Protocols,
            Certificates = full.Certificates,
            Verdict = full.Verdict,
            Resumes = full.Resumes,
            Staples = full.Staples,
            Probes = prober.Count,
            Weaknesses = Weaknesses.Of(versions, full),
        };
    }

    private async Task<ScannedVersion> ScanAsync(ProtocolVersion version, CancellationToken stop)
    {
        IReadOnlyList<CipherSuite> all = version == ProtocolVersion.Tls13 ? KnownCodes.Suites13 : KnownCodes.Suites12;
        List<CipherSuite> suites = await PeelAsync(
            all, rest => AskAsync(version, rest, KnownCodes.Groups, KnownCodes.SignatureSchemes, stop),
            static answer => answer.CipherSuite);
        if (suites.Count == 0)
        {
            return new ScannedVersion(version, [], false, [], []);
        }

        suites.Reverse();
        HelloAnswer turned = await AskAsync(version, suites, KnownCodes.Groups, KnownCodes.SignatureSchemes, stop);
        suites.Reverse();
        bool serverChooses = suites.Count > 1 && turned.CipherSuite == suites[0];

        List<NamedGroup> groups = await PeelAsync(
            KnownCodes.Groups, rest => AskAsync(
                version, GroupSuites(suites), rest, KnownCodes.SignatureSchemes, stop), static answer => answer.Group);
        List<SignatureScheme> schemes = version == ProtocolVersion.Tls12
            ? await PeelAsync(
                KnownCodes.SignatureSchemes,
                rest => AskAsync(version, GroupSuites(suites), KnownCodes.Groups, rest, stop),
                static answer => answer.SignatureScheme)
            : [];
        return new ScannedVersion(version, suites, serverChooses, groups, schemes);
    }

    /// <summary>Those suites whose choice tells a group and a scheme: all of TLS 1.3, and those with a fresh exchange before.</summary>
    private static List<CipherSuite> GroupSuites(List<CipherSuite> suites)
    {
        List<CipherSuite> curves = [.. suites.Where(
            static suite => suite.Value >> 8 == 0x13 || KnownCodes.NameOf(suite).Contains("_ECDHE_", StringComparison.Ordinal))];
        return curves.Count > 0 ? curves : suites;
    }

    private Task<HelloAnswer> AskAsync(
        ProtocolVersion version,
        IReadOnlyList<CipherSuite> suites,
        IReadOnlyList<NamedGroup> groups,
        IReadOnlyList<SignatureScheme> schemes,
        CancellationToken stop) => prober.AskAsync(version, suites, groups, schemes, stop);

    /// <summary>Offers all, takes out what was chosen, and offers the rest, until nothing is chosen any more.</summary>
    private static async Task<List<T>> PeelAsync<T>(
        IReadOnlyList<T> all, Func<IReadOnlyList<T>, Task<HelloAnswer>> ask, Func<HelloAnswer, T?> chosen)
        where T : struct
    {
        List<T> rest = [.. all];
        var taken = new List<T>();
        while (rest.Count > 0 && chosen(await ask(rest)) is { } choice && rest.Remove(choice))
        {
            taken.Add(choice);
        }

        return taken;
    }
}
