using System.Diagnostics;
using System.Text.Json;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class CaTests
{
    [Fact]
    public async Task The_life_of_a_certificate_from_issue_to_revocation()
    {
        using var workshop = new Workshop();
        string ca = workshop.File("ca");
        string root = (await Tool.RunAsync("ca", "init", "--dir", ca, "--name", "Test Corp")).Expect(0).Output.Trim();
        string[] files = (
            await Tool.RunAsync("ca", "issue", "localhost", "--ip", "127.0.0.1,::1", "--dir", ca, "--out", workshop.File("out")))
            .Expect(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["localhost.pem", "localhost.key.pem"], files.Select(Path.GetFileName));
        (await Tool.RunAsync("verify", files[0], "--ca", root, "--host", "::1", "--profile", "webpki")).Expect(0);

        string serial = Serials(await Tool.RunAsync("ca", "list", "--dir", ca, "--json"))[0];
        string list = workshop.File("list.pem");
        (await Tool.RunAsync("ca", "crl", "--dir", ca, "--out", list)).Expect(0);
        (await Tool.RunAsync("verify", files[0], "--ca", root, "--crl", list)).Expect(0);
        (await Tool.RunAsync("ca", "revoke", serial, "--reason", "keyCompromise", "--dir", ca)).Expect(0);
        (await Tool.RunAsync("ca", "crl", "--dir", ca, "--out", list)).Expect(0);
        ToolRun refused = (await Tool.RunAsync("verify", files[0], "--ca", root, "--crl", list)).Expect(1);
        Assert.Contains("revoked", refused.Output, StringComparison.Ordinal);

        string response = workshop.File("response.der");
        (await Tool.RunAsync("ca", "ocsp", serial, "--out", response, "--dir", ca)).Expect(0);
        (await Tool.RunAsync("verify", files[0], "--ca", root, "--ocsp", response)).Expect(1);

        string[] renewed = (await Tool.RunAsync("ca", "renew", serial, "--dir", ca, "--out", workshop.File("new")))
            .Expect(0).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        (await Tool.RunAsync("verify", renewed[0], "--ca", root, "--host", "localhost", "--crl", list)).Expect(0);
        Assert.Equal(2, Serials(await Tool.RunAsync("ca", "list", "--dir", ca, "--json")).Length);
    }

    [Fact]
    public async Task A_client_certificate_is_for_clients()
    {
        using var workshop = new Workshop();
        string ca = workshop.File("ca");
        string root = (await Tool.RunAsync("ca", "init", "--dir", ca)).Expect(0).Output.Trim();
        string certificate = (
            await Tool.RunAsync("ca", "issue", "me@example.com", "--client", "--days", "2", "--key", "ed25519", "--dir", ca,
            "--out", workshop.File("out"))).Expect(0).Output.Split('\n')[0];
        (await Tool.RunAsync("verify", certificate, "--ca", root, "--client")).Expect(0);
        (await Tool.RunAsync("verify", certificate, "--ca", root)).Expect(1);
    }

    [Fact]
    public async Task A_passphrase_in_a_file_protects_the_keys()
    {
        using var workshop = new Workshop();
        string ca = workshop.File("ca");
        string passphrase = workshop.Write("passphrase", "secret words\n");
        (await Tool.RunAsync("ca", "init", "--dir", ca, "--passphrase-file", passphrase)).Expect(0);
        ToolRun refused = (await Tool.RunAsync("ca", "issue", "a.example", "--dir", ca, "--out", workshop.File("out"))).Expect(2);
        Assert.Contains("passphrase is needed", refused.ErrorLine, StringComparison.Ordinal);
        (await Tool.RunAsync("ca", "issue", "a.example", "--dir", ca, "--out", workshop.File("out"), "--passphrase-file", passphrase))
            .Expect(0);
    }

    [Theory]
    [InlineData("--dir", "ca", "issue", "a.example")]
    [InlineData("no authority", "ca", "issue", "a.example", "--dir", "/nonexistent/ca")]
    [InlineData("no authority", "ca", "list", "--dir", "/nonexistent/ca")]
    [InlineData("no kind of key", "ca", "init", "--dir", "x", "--key", "dsa")]
    [InlineData("no number of days", "ca", "issue", "a.example", "--dir", "x", "--days", "0")]
    [InlineData("no IP address", "ca", "issue", "a.example", "--dir", "x", "--ip", "a.example")]
    [InlineData("no reason", "ca", "revoke", "00", "--dir", "x", "--reason", "boredom")]
    [InlineData("no profile", "verify", "x.pem", "--profile", "2")]
    public async Task Mistakes_are_one_line_and_exit_code_2(string part, params string[] arguments)
    {
        ToolRun run = (await Tool.RunAsync(arguments)).Expect(2);
        Assert.Contains(part, run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_with_an_authority_that_is_there_are_explained()
    {
        using var workshop = new Workshop();
        string ca = workshop.File("ca");
        (await Tool.RunAsync("ca", "init", "--dir", ca)).Expect(0);
        Assert.Contains("already", (await Tool.RunAsync("ca", "init", "--dir", ca)).Expect(2).ErrorLine, StringComparison.Ordinal);
        Assert.Contains("at least one name", (await Tool.RunAsync("ca", "issue", "--dir", ca)).Expect(2).ErrorLine,
            StringComparison.Ordinal);
        Assert.Contains("bad name", (await Tool.RunAsync("ca", "issue", "bad name", "--dir", ca)).Expect(2).ErrorLine,
            StringComparison.Ordinal);
        Assert.Contains("No certificate", (await Tool.RunAsync("ca", "revoke", "abcd", "--dir", ca)).Expect(2).ErrorLine,
            StringComparison.Ordinal);
        Assert.Contains("--print", (await Tool.RunAsync("ca", "trust", "--dir", ca)).Expect(2).ErrorLine, StringComparison.Ordinal);
        ToolRun trust = (await Tool.RunAsync("ca", "trust", "--print", "--dir", ca)).Expect(0);
        Assert.Contains("update-ca-certificates", trust.Output, StringComparison.Ordinal);
        Assert.Contains("Firefox", trust.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_at_any_moment_leaves_a_whole_authority()
    {
        using var workshop = new Workshop();
        string ca = workshop.File("ca");
        (await Tool.RunAsync("ca", "init", "--dir", ca)).Expect(0);
        for (int i = 0; i < 6; i++)
        {
            using Process process = Tool.Start("ca", "issue", $"host{i}.example", "--dir", ca, "--out", workshop.File("out"));
            await Task.Delay(40 + (i * 60));
            Tool.Kill(process);
            await process.WaitForExitAsync();
        }

        string[] before = Serials((await Tool.RunAsync("ca", "list", "--dir", ca, "--json")).Expect(0));
        (await Tool.RunAsync("ca", "issue", "after.example", "--dir", ca, "--out", workshop.File("out"))).Expect(0);
        Assert.Equal(before.Length + 1, Serials(await Tool.RunAsync("ca", "list", "--dir", ca, "--json")).Length);
        (await Tool.RunAsync("ca", "crl", "--dir", ca)).Expect(0);
    }

    private static string[] Serials(ToolRun list)
    {
        using JsonDocument document = JsonDocument.Parse(list.Expect(0).Output);
        return [.. document.RootElement.EnumerateArray().Select(static issued => issued.GetProperty("serial").GetString()!)];
    }
}
