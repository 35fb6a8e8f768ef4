using Aksu.Interop.Tests.Peers;

namespace Aksu.Interop.Tests;

/// <summary>Both sides prove who they are: <c>aksu serve --client-ca</c> and <c>aksu connect --cert</c> with others' programs.</summary>
public sealed class MutualTlsByToolTests(ToolAuthority authority, WebSite site) : IClassFixture<ToolAuthority>, IClassFixture<WebSite>
{
    [Theory]
    [InlineData("--tlsv1.3")]
    [InlineData("--tls-max 1.2")]
    public async Task Curl_shows_a_certificate_that_the_server_accepts(string version)
    {
        await using AksuServe server = await ServeAsync();
        await using PeerProcess curl = Curl(
            server, [.. version.Split(' '), "--cert", authority.ClientCertificate, "--key", authority.ClientKey]);
        await curl.WaitForAsync(WebSite.Marker);
        Assert.Equal(0, await curl.WaitForExitAsync());
        string line = await server.Process.WaitForAsync("result=ok");
        Assert.Contains("client=\"alice@example.com\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Curl_without_a_certificate_is_turned_away()
    {
        await using AksuServe server = await ServeAsync();
        await using PeerProcess curl = Curl(server, "--tlsv1.3");
        Assert.NotEqual(0, await curl.WaitForExitAsync());
        Assert.DoesNotContain(WebSite.Marker, curl.Output, StringComparison.Ordinal);
        Assert.Contains("certificate required", curl.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-tls1_3")]
    [InlineData("-tls1_2")]
    public async Task Openssl_s_client_shows_a_certificate_that_the_server_accepts(string version)
    {
        await using AksuServe server = await AksuServe.StartAsync(authority, "--echo", "--client-ca", authority.RootFile);
        await using PeerProcess client = OpenSslClient.Start(
            server.Port, authority.RootFile, "-quiet", "-no_ign_eof", version, "-cert", authority.ClientCertificate,
            "-cert_chain", authority.ClientCertificate, "-key", authority.ClientKey);
        await client.Input.WriteLineAsync("hand in hand");
        await client.Input.FlushAsync();
        await client.WaitForAsync("hand in hand");
        client.Input.Close();
        await server.Process.WaitForAsync("client=\"alice@example.com\"");
    }

    [Theory]
    [InlineData("-tls1_3")]
    [InlineData("-tls1_2")]
    public async Task Openssl_s_client_with_a_certificate_of_a_stranger_is_refused(string version)
    {
        await using AksuServe server = await AksuServe.StartAsync(authority, "--echo", "--client-ca", authority.RootFile);
        await using PeerProcess client = OpenSslClient.Start(
            server.Port, authority.RootFile, "-quiet", "-no_ign_eof", version, "-cert", authority.StrangerCertificate,
            "-cert_chain", authority.StrangerCertificate, "-key", authority.StrangerKey);
        await client.WaitForAsync("unknown ca");
        await server.Process.WaitForAsync("handshake failed:");
    }

    [Theory]
    [InlineData("1.3")]
    [InlineData("1.2")]
    public async Task Openssl_s_server_accepts_the_certificate_that_our_client_shows(string version)
    {
        var files = new IssuedFiles(null!, authority.ServerCertificate, authority.ServerKey);
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            files, "-rev", "-Verify", "3", "-verify_return_error", "-CAfile", authority.RootFile);
        await using PeerProcess client = AksuTool.Start(
            "connect", $"localhost:{server.Port}", "--tls", version, "--ca", authority.RootFile,
            "--cert", authority.ClientCertificate, "--key", authority.ClientKey);
        await client.Input.WriteLineAsync("hand in hand");
        await client.Input.FlushAsync();
        await client.WaitForAsync("dnah ni dnah");
        await client.WaitForAsync("presented      own certificate");
        client.Input.Close();
        Assert.Equal(0, await client.WaitForExitAsync());
        Assert.Contains("alice@example.com", server.Process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Openssl_s_server_refuses_our_client_without_a_certificate_and_the_tool_says_so()
    {
        var files = new IssuedFiles(null!, authority.ServerCertificate, authority.ServerKey);
        await using OpenSslServer server = await OpenSslServer.StartAsync(
            files, "-rev", "-Verify", "3", "-verify_return_error", "-CAfile", authority.RootFile);
        await using PeerProcess client = AksuTool.Start("connect", $"localhost:{server.Port}", "--ca", authority.RootFile);
        Assert.Equal(1, await client.WaitForExitAsync());
        Assert.Contains("certificate_required", client.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_ends_can_be_ours()
    {
        await using AksuServe server = await ServeAsync();
        await using PeerProcess client = AksuTool.Start(
            "connect", $"localhost:{server.Port}", "--ca", authority.RootFile, "--cert", authority.ClientCertificate,
            "--key", authority.ClientKey);
        await client.Input.WriteAsync("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n");
        await client.Input.FlushAsync();
        await client.WaitForAsync(WebSite.Marker);
    }

    private Task<AksuServe> ServeAsync() => AksuServe.StartAsync(authority, "--www", site.Pages, "--client-ca", authority.RootFile);

    private PeerProcess Curl(AksuServe server, params IEnumerable<string> arguments) => PeerProcess.Start(
        "curl",
        [
            "--silent", "--show-error", "--max-time", "20", "--cacert", authority.RootFile, .. arguments,
            $"https://localhost:{server.Port}/",
        ]);
}
