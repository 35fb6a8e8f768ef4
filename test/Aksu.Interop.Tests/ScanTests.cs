using System.Globalization;
using System.Text.Json;
using Aksu.Cryptography;
using Aksu.Interop.Tests.Peers;

namespace Aksu.Interop.Tests;

/// <summary><c>aksu scan</c>, sslscan and testssl.sh look at the same servers of OpenSSL, and find the same.</summary>
public sealed class ScanTests(CertificateFiles certificates) : IClassFixture<CertificateFiles>
{
    public static TheoryData<string, string[]> Servers => new()
    {
        { "EcP256", [] },
        { "Rsa", ["-cipher", "DEFAULT:@SECLEVEL=0"] },
        { "Rsa", ["-tls1_2", "-cipher", "ECDHE-RSA-AES128-GCM-SHA256:AES256-SHA"] },
        { "EcP384", ["-tls1_3", "-groups", "P-384:X25519"] },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Finds_the_same_versions_suites_and_groups_as_sslscan(string kind, string[] arguments)
    {
        PeerProgram.Require("sslscan");
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(Enum.Parse<KeyKind>(kind)), ["-rev", .. arguments]);
        SslScan expected = await SslScan.OfAsync(server.Port);
        JsonElement report = await ScanAsync(server.Port);
        foreach (JsonElement version in report.GetProperty("versions").EnumerateArray())
        {
            string name = version.GetProperty("version").GetString()!;
            Assert.Equal(
                expected.Suites.GetValueOrDefault(name, []).Order(StringComparer.Ordinal),
                Names(version, "cipherSuites").Order(StringComparer.Ordinal));
            Assert.Equal(expected.Suites.ContainsKey(name), version.GetProperty("offered").GetBoolean());
            if (expected.Groups.TryGetValue(name, out HashSet<string>? groups) && name == "TLS 1.3")
            {
                Assert.Equal(groups.Order(StringComparer.Ordinal), Names(version, "groups").Order(StringComparer.Ordinal));
            }
        }
    }

    public static TheoryData<string, string[]> ServersForTestSsl => new()
    {
        { "Rsa", ["-cipher", "DEFAULT:@SECLEVEL=0", "-alpn", "h2,http/1.1"] },
        { "EcP256", ["-no_tls1_3", "-no_tls1_1", "-no_tls1", "-cipher", "ECDHE+AESGCM:ECDHE+CHACHA20"] },
        { "EcP384", ["-tls1_3", "-ciphersuites", "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"] },
    };

    [Theory]
    [MemberData(nameof(ServersForTestSsl))]
    public async Task Finds_the_same_versions_suites_and_protocols_as_testssl(string kind, string[] arguments)
    {
        PeerProgram.Require("testssl");
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(Enum.Parse<KeyKind>(kind)), ["-www", .. arguments]);
        TestSsl expected = await TestSsl.OfAsync(server.Port, certificates.Folder);
        Assert.NotEmpty(expected.Versions);
        JsonElement report = await ScanAsync(server.Port);
        foreach (JsonElement version in report.GetProperty("versions").EnumerateArray())
        {
            string name = version.GetProperty("version").GetString()!;
            Assert.Equal(expected.Versions.Contains(name), version.GetProperty("offered").GetBoolean());
            Assert.Equal(
                expected.Suites.GetValueOrDefault(name, []).Order(StringComparer.Ordinal),
                Names(version, "cipherSuites").Order(StringComparer.Ordinal));
        }

        Assert.Equal(expected.TakesHttp2, Names(report, "applicationProtocols").Contains("h2"));
    }

    [Fact]
    public async Task Tells_protocols_resumption_certificates_and_weaknesses()
    {
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            certificates.Server(KeyKind.Rsa), "-rev", "-alpn", "h2", "-cipher", "DEFAULT:@SECLEVEL=0");
        JsonElement report = await ScanAsync(server.Port);
        Assert.Equal(["h2"], Names(report, "applicationProtocols"));
        Assert.True(report.GetProperty("resumption").GetBoolean());
        Assert.False(report.GetProperty("ocspStaple").GetBoolean());
        Assert.True(report.GetProperty("verdict").GetProperty("accepted").GetBoolean());
        Assert.Contains("BEGIN CERTIFICATE", Names(report, "certificates")[0], StringComparison.Ordinal);
        Assert.Contains("rsa_pss_rsae_sha256", Names(report.GetProperty("versions")[0], "signatureSchemes"));
        string weaknesses = report.GetProperty("weaknesses").GetRawText();
        Assert.Contains("TLS 1.0 is deprecated", weaknesses, StringComparison.Ordinal);
        Assert.Contains("No forward secrecy", weaknesses, StringComparison.Ordinal);
    }

    private static string[] Names(JsonElement parent, string name) =>
        [.. parent.GetProperty(name).EnumerateArray().Select(static value => value.GetString()!)];

    private async Task<JsonElement> ScanAsync(int port)
    {
        await using PeerProcess scan = AksuTool.Start(
            "scan",
            string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
            "--ca",
            certificates.RootFile,
            "--json",
            "--lang",
            "en");
        Assert.Equal(0, await scan.WaitForExitAsync());
        await scan.WaitForAsync("\"connections\"");
        string output = scan.Output;
        using JsonDocument document = JsonDocument.Parse(
            output[output.IndexOf('{', StringComparison.Ordinal)..(output.LastIndexOf('}') + 1)]);
        return document.RootElement.Clone();
    }
}
