using System.Text.Json;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class ScanTests
{
    [Fact]
    public async Task A_server_of_ours_has_no_weakness_but_what_is_not_there_yet()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer("localhost");
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key);
        string page = Path.Combine(Path.GetTempPath(), $"aksu-{Guid.NewGuid():N}.html");
        try
        {
            string[] line = ["scan", server.Address, "--ca", workshop.Root, "--json", "--html", page, "--lang", "ko"];
            ToolRun run = (await Tool.RunAsync(line)).Expect(0);
            using JsonDocument json = JsonDocument.Parse(run.OutputBytes);
            Assert.All(
                json.RootElement.GetProperty("weaknesses").EnumerateArray(),
                static weakness => Assert.Equal("low", weakness.GetProperty("severity").GetString()));
            Assert.True(json.RootElement.GetProperty("verdict").GetProperty("accepted").GetBoolean());
            Assert.True(json.RootElement.GetProperty("connections").GetInt32() < 200);
            string html = await File.ReadAllTextAsync(page);
            Assert.Contains("TLS_AES_128_GCM_SHA256", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(page);
        }
    }

    [Fact]
    public async Task A_closed_port_is_a_network_failure() => (await Tool.RunAsync("scan", $"127.0.0.1:{Loopback.ClosedPort()}")).Expect(3);

    [Fact]
    public async Task A_port_without_tls_takes_nothing()
    {
        using var plain = new Loopback(static async (stream, stop) =>
        {
            await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: stop);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), stop);
        });
        ToolRun run = (await Tool.RunAsync("scan", plain.Address, "--timeout", "1")).Expect(1);
        Assert.Contains("does not speak TLS", run.ErrorLine, StringComparison.Ordinal);
    }
}
