using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aksu.Interop.Tests.Peers;

/// <summary>What testssl.sh finds: the versions, the suites of each in registered names, and whether it could have HTTP/2.</summary>
/// <param name="Versions">The versions that are offered, as aksu writes them.</param>
/// <param name="Suites">The suites of each of these.</param>
/// <param name="TakesHttp2">Whether ALPN h2 is taken.</param>
internal sealed partial record TestSsl(
    IReadOnlySet<string> Versions, IReadOnlyDictionary<string, HashSet<string>> Suites, bool TakesHttp2)
{
    /// <summary>It is a shell script that makes some hundred connections.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, string> Names = new()
    {
        ["SSLv3"] = "SSL 3.0",
        ["TLS1"] = "TLS 1.0",
        ["TLS1_1"] = "TLS 1.1",
        ["TLS1_2"] = "TLS 1.2",
        ["TLS1_3"] = "TLS 1.3",
    };

    /// <summary>Lets it look at versions and at the suites of each, and at nothing outside of this machine.</summary>
    /// <param name="port">The server's port on the loopback interface.</param>
    /// <param name="folder">Where its findings are written.</param>
    public static async Task<TestSsl> OfAsync(int port, string folder)
    {
        string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"testssl-{port}.json"));
        await using PeerProcess process = PeerProcess.Start(
            "testssl",
            "--quiet", "--color", "0", "--warnings", "off", "--nodns", "none", "--protocols", "--cipher-per-proto", "--jsonfile", file,
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"));
        await process.WaitForExitAsync(Patience);
        Assert.True(File.Exists(file), process.Output);
        using JsonDocument findings = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        return Of(findings.RootElement);
    }

    private static TestSsl Of(JsonElement findings)
    {
        var versions = new HashSet<string>();
        var suites = new Dictionary<string, HashSet<string>>();
        bool takesHttp2 = false;
        foreach (JsonElement entry in findings.EnumerateArray())
        {
            string id = entry.GetProperty("id").GetString()!;
            string finding = entry.GetProperty("finding").GetString()!;
            if (Names.TryGetValue(id, out string? version) && finding.StartsWith("offered", StringComparison.Ordinal))
            {
                versions.Add(version);
            }
            else if (id.StartsWith("ALPN", StringComparison.Ordinal))
            {
                takesHttp2 |= finding.Contains("h2", StringComparison.Ordinal);
            }
            else if (Cipher().Match(id) is { Success: true } match)
            {
                string name = Names[match.Groups[1].Value == "ssl3" ? "SSLv3" : match.Groups[1].Value.ToUpperInvariant()];
                suites.TryAdd(name, []);
                suites[name].Add(finding[(finding.LastIndexOf(' ') + 1)..]);
            }
        }

        return new TestSsl(versions, suites, takesHttp2);
    }

    /// <summary>A finding of a suite says in its name which version and which code: cipher-tls1_2_xc02f.</summary>
    [GeneratedRegex("^cipher-(tls1(?:_[123])?|ssl3)_x[0-9a-f]+$")]
    private static partial Regex Cipher();
}
