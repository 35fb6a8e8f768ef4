using Aksu.Interop.Tests.Peers;

namespace Aksu.Interop.Tests;

/// <summary>Chromium, headless, loads a page from <c>aksu serve --www</c>.</summary>
public sealed class ChromiumTests(WebSite site, ToolAuthority authority) : IClassFixture<WebSite>, IClassFixture<ToolAuthority>
{
    [Fact]
    public async Task Accepts_what_an_authority_in_a_folder_issued()
    {
        await using AksuServe server = await AksuServe.StartAsync(authority, "--www", site.Pages);
        string home = await HomeTrustingAsync(server.RootFile, "home-ca");
        await using PeerProcess chromium = Start(home, server);
        await chromium.WaitForAsync(WebSite.Marker);
        Assert.Equal(0, await chromium.WaitForExitAsync());
    }

    [Fact]
    public async Task Loads_a_page_when_it_trusts_the_authority()
    {
        await using AksuServe server = await AksuServe.StartAsync(site.Folder, "--www", site.Pages);
        string home = await HomeTrustingAsync(server.RootFile, "home-trusting");
        await using PeerProcess chromium = Start(home, server);
        await chromium.WaitForAsync(WebSite.Marker);
        Assert.Equal(0, await chromium.WaitForExitAsync());
    }

    [Fact]
    public async Task Shows_a_warning_when_it_does_not()
    {
        await using AksuServe server = await AksuServe.StartAsync(site.Folder, "--www", site.Pages);
        string home = Directory.CreateDirectory(Path.Combine(site.Folder, "home-without")).FullName;
        await using PeerProcess chromium = Start(home, server);
        Assert.Equal(0, await chromium.WaitForExitAsync());
        Assert.DoesNotContain(WebSite.Marker, chromium.Output, StringComparison.Ordinal);
        Assert.Contains("ERR_CERT_AUTHORITY_INVALID", chromium.Output, StringComparison.Ordinal);
    }

    /// <summary>A home folder whose certificate database trusts the authority.</summary>
    private async Task<string> HomeTrustingAsync(string rootFile, string name)
    {
        string home = Directory.CreateDirectory(Path.Combine(site.Folder, name)).FullName;

        // Where the database stands has changed between versions; each ignores the other place.
        foreach (string place in (string[])[Path.Combine(home, ".pki", "nssdb"), Path.Combine(home, ".local", "share", "pki", "nssdb")])
        {
            Directory.CreateDirectory(place);
            await RunCertUtilAsync("-d", "sql:" + place, "-N", "--empty-password");
            await RunCertUtilAsync("-d", "sql:" + place, "-A", "-t", "C,,", "-n", "aksu", "-i", rootFile);
        }

        return home;
    }

    private static async Task RunCertUtilAsync(params IEnumerable<string> arguments)
    {
        await using PeerProcess certutil = PeerProcess.Start("certutil", arguments);
        Assert.Equal(0, await certutil.WaitForExitAsync());
    }

    private static PeerProcess Start(string home, AksuServe server) => PeerProcess.Start(
        "env",
        [
            "HOME=" + home, PeerProgram.Require("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            "--user-data-dir=" + Path.Combine(home, "profile"), "--virtual-time-budget=5000", "--timeout=20000", "--dump-dom",
            $"https://localhost:{server.Port}/",
        ]);
}
