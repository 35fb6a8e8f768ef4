using System.Diagnostics;
using Aksu.Cryptography;
using Aksu.Tls;
using Aksu.Tls.Engine.Options;
using Aksu.Tls.Engine.Registry;

namespace Aksu.Interop.Tests.Peers;

/// <summary>What OpenSSL is tried with in TLS 1.2 and before, and its names for it.</summary>
internal static class OpenSslParameters12
{
    public const string PskIdentity = "aksu";

    public const string PskHex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    public static IReadOnlyList<ProtocolVersion> Versions { get; } = [ProtocolVersion.Tls12, ProtocolVersion.Tls11, ProtocolVersion.Tls10];

    public static ExternalPreSharedKey PreSharedKey { get; } =
        new(System.Text.Encoding.ASCII.GetBytes(PskIdentity), Secret.CopyOf(Convert.FromHexString(PskHex)));

    /// <summary>The suites that OpenSSL has as well, with its names for them.</summary>
    public static IReadOnlyDictionary<CipherSuite, string> OpenSslNames { get; } = ReadOpenSslNames();

    /// <summary>Those that have their place in a version.</summary>
    public static IEnumerable<KeyValuePair<CipherSuite, string>> NamesFor(ProtocolVersion version) =>
        OpenSslNames.Where(entry => Fits(entry.Key, version));

    /// <summary>Whether a suite has its place in a version.</summary>
    public static bool Fits(CipherSuite suite, ProtocolVersion version) =>
        version == ProtocolVersion.Tls12 || suite.ToString().EndsWith("CBC_SHA", StringComparison.Ordinal);

    public static bool UsesPreSharedKey(CipherSuite suite) => suite.ToString().Contains("PSK", StringComparison.Ordinal);

    public static bool UsesEcdsa(CipherSuite suite) => suite.ToString().Contains("ECDSA", StringComparison.Ordinal);

    /// <summary>All that one suite and version need, and nothing else.</summary>
    public static T Only<T>(T options, CipherSuite suite, ProtocolVersion version)
        where T : TlsOptions => (T)(options with
        {
            Versions = [version],
            CipherSuites = [suite],
            Groups = IsFiniteField(suite) ? [NamedGroup.Ffdhe2048] : DefaultParameters.Groups,
            PreSharedKeys = UsesPreSharedKey(suite) ? [PreSharedKey] : [],
            DangerousRsaKeyTransport = suite.ToString().StartsWith("TLS_RSA_", StringComparison.Ordinal),
            DangerousLegacyVersions = version != ProtocolVersion.Tls12,
        });

    /// <summary>All suites and versions at once.</summary>
    public static T Everything<T>(T options)
        where T : TlsOptions => (T)(options with
        {
            Versions = Versions,
            CipherSuites = Parameters12.Suites,
            Groups = [.. DefaultParameters.Groups, NamedGroup.Ffdhe2048, NamedGroup.Ffdhe3072],
            PreSharedKeys = [PreSharedKey],
            DangerousRsaKeyTransport = true,
            DangerousLegacyVersions = true,
        });

    public static string OpenSslOption(ProtocolVersion version) => version.Value switch
    {
        0x0303 => "-tls1_2",
        0x0302 => "-tls1_1",
        _ => "-tls1",
    };

    private static bool IsFiniteField(CipherSuite suite) =>
        suite.ToString().StartsWith("TLS_DHE_", StringComparison.Ordinal)
            || suite.ToString().StartsWith("TLS_PSK_DHE_", StringComparison.Ordinal);

    private static Dictionary<CipherSuite, string> ReadOpenSslNames()
    {
        var start = new ProcessStartInfo(PeerProgram.Require("openssl"), ["ciphers", "-stdname", "-v", "ALL:PSK:@SECLEVEL=0"])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        var known = Parameters12.Suites.ToDictionary(suite => suite.ToString());
        var names = new Dictionary<CipherSuite, string>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 2 && known.TryGetValue(words[0], out CipherSuite suite))
            {
                names[suite] = words[2];
            }
        }

        process.WaitForExit();
        return names;
    }
}
