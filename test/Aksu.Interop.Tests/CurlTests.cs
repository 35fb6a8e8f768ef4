using Aksu.Interop.Tests.Peers;

namespace Aksu.Interop.Tests;

/// <summary>curl against <c>aksu serve --www</c>.</summary>
public sealed class CurlTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task Fetches_a_page_and_verifies_the_server()
    {
        await using AksuServe server = await AksuServe.StartAsync(site.Folder, "--www", site.Pages);
        await using PeerProcess curl = Start(server, "/");
        await curl.WaitForAsync(WebSite.Marker);
        await curl.WaitForAsync("SSL connection using TLSv1.3");
        Assert.Equal(0, await curl.WaitForExitAsync());
    }

    [Fact]
    public async Task Fetches_a_large_file_whole()
    {
        await using AksuServe server = await AksuServe.StartAsync(site.Folder, "--www", site.Pages);
        string copy = Path.Combine(site.Folder, "copy.bin");
        await using PeerProcess curl = Start(server, "/large.bin", "--output", copy);
        Assert.Equal(0, await curl.WaitForExitAsync());
        Assert.Equal(await File.ReadAllBytesAsync(site.LargeFile), await File.ReadAllBytesAsync(copy));
    }

    [Fact]
    public async Task Refuses_the_server_without_its_authority()
    {
        await using AksuServe server = await AksuServe.StartAsync(site.Folder, "--www", site.Pages);
        await using PeerProcess curl = PeerProcess.Start("curl", "--silent", "--show-error", $"https://localhost:{server.Port}/");
        Assert.Equal(60, await curl.WaitForExitAsync());
    }

    private static PeerProcess Start(AksuServe server, string path, params IEnumerable<string> arguments) => PeerProcess.Start(
        "curl",
        [
            "--silent", "--show-error", "--verbose", "--max-time", "20", "--cacert", server.RootFile, .. arguments,
            $"https://localhost:{server.Port}{path}",
        ]);
}
