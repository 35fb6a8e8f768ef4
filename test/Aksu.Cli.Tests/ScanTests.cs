using System.Text.Json;
using Aksu.Cli.Failures;
using Aksu.Cli.Scan;
using Aksu.Cli.Settings;
using Aksu.Cli.Tests.Support;
using Aksu.Inspection.Texts;

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
            string[] line = ["scan", server.Address, "--ca", workshop.Root, "--json", "--html", page, "--lang", "ko", "--timeout", "30"];
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
    public async Task It_asks_one_question_after_the_other_and_finds_groups_for_the_time_of_quantum_computers()
    {
        await using var server = new HelloServer(0x11ec, 0x001d);
        ToolRun run = (await Tool.RunAsync("scan", server.Address, "--json", "--lang", "en", "--timeout", "30")).Expect(0);
        using JsonDocument json = JsonDocument.Parse(run.OutputBytes);
        JsonElement version = json.RootElement.GetProperty("versions")[0];
        Assert.Equal(
            ["X25519MLKEM768", "x25519"], version.GetProperty("groups").EnumerateArray().Select(static group => group.GetString()));
        Assert.DoesNotContain("post-quantum", run.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(server.Count, json.RootElement.GetProperty("connections").GetInt32());
        Assert.False(server.WasHurried);
    }

    [Fact]
    public async Task Progress_is_shown_to_who_looks_at_a_terminal_and_wiped_away_at_the_end()
    {
        await using var server = new HelloServer(0x001d);
        string shown = await ScriptedTerminal.RunAsync($"{Tool.FileName} scan {server.Address} --timeout 30 --lang ko --json > /dev/null");
        Assert.Contains("\r   1  TLS 1.3 ", shown, StringComparison.Ordinal);
        Assert.Contains("  인증서 ", shown, StringComparison.Ordinal);
        Assert.EndsWith(" \r", shown, StringComparison.Ordinal);
        ToolRun unseen = (await Tool.RunAsync("scan", server.Address, "--json", "--timeout", "30")).Expect(0);
        Assert.Equal("", unseen.Errors);
    }

    [Fact]
    public void It_has_an_end_whatever_a_server_answers()
    {
        var prober = new HelloProber(HostAndPort.Parse("localhost:1"), null, TimeSpan.FromSeconds(1), static (_, _) => { });
        for (int probe = 0; probe < HelloProber.MaxProbes; probe++)
        {
            prober.Counts(Phrase.Same("TLS 1.3"));
        }

        Assert.Throws<CommandFailure>(() => prober.Counts(Phrase.Same("TLS 1.3")));
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
