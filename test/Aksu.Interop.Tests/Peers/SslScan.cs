using System.Globalization;
using System.Text.RegularExpressions;

namespace Aksu.Interop.Tests.Peers;

/// <summary>What sslscan finds: suites by version and groups by version, in registered names.</summary>
/// <param name="Suites">The suites of each version that it found.</param>
/// <param name="Groups">The groups of TLS 1.3 and 1.2.</param>
internal sealed partial record SslScan(
    IReadOnlyDictionary<string, HashSet<string>> Suites, IReadOnlyDictionary<string, HashSet<string>> Groups)
{
    public static async Task<SslScan> OfAsync(int port)
    {
        Dictionary<string, string> names = await RegisteredNamesAsync();
        await using PeerProcess process = PeerProcess.Start(
            "sslscan", "--no-colour", "--no-heartbleed", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"));
        await process.WaitForAsync("SSL Certificate:");
        await process.WaitForExitAsync();
        var suites = new Dictionary<string, HashSet<string>>();
        foreach (Match match in Suite().Matches(process.Output))
        {
            SetOf(suites, match.Groups[1].Value).Add(names.GetValueOrDefault(match.Groups[2].Value, match.Groups[2].Value));
        }

        var groups = new Dictionary<string, HashSet<string>>();
        int start = process.Output.IndexOf("Server Key Exchange Group", StringComparison.Ordinal);
        string rest = start < 0 ? "" : process.Output[start..];
        foreach (Match match in Group().Matches(rest))
        {
            SetOf(groups, match.Groups[1].Value).Add(match.Groups[2].Value);
        }

        return new SslScan(suites, groups);
    }

    private static HashSet<string> SetOf(Dictionary<string, HashSet<string>> sets, string version)
    {
        string name = "TLS 1." + version;
        if (!sets.TryGetValue(name, out HashSet<string>? set))
        {
            sets.Add(name, set = []);
        }

        return set;
    }

    /// <summary>OpenSSL has names of its own.</summary>
    private static async Task<Dictionary<string, string>> RegisteredNamesAsync()
    {
        await using PeerProcess openssl = PeerProcess.Start("openssl", "ciphers", "-stdname", "ALL:COMPLEMENTOFALL:@SECLEVEL=0");
        await openssl.WaitForExitAsync();
        await openssl.WaitForAsync("TLS_AES_128_GCM_SHA256");
        return Name().Matches(openssl.Output).DistinctBy(static match => match.Groups[2].Value)
            .ToDictionary(static match => match.Groups[2].Value, static match => match.Groups[1].Value);
    }

    [GeneratedRegex(@"^(?:Preferred|Accepted)\s+TLSv1\.(\d)\s+\d+ bits\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex Suite();

    [GeneratedRegex(@"^TLSv1\.(\d)\s+\d+ bits\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex Group();

    [GeneratedRegex(@"^(TLS_\S+)\s+-\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex Name();
}
