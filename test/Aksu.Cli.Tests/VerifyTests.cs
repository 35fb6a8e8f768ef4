using System.Text.Json;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class VerifyTests
{
    [Fact]
    public async Task A_good_certificate_is_accepted_with_every_check()
    {
        using var workshop = new Workshop();
        (string certificate, _) = workshop.IssueServer();
        ToolRun run = (await Tool.RunAsync("verify", certificate, "--ca", workshop.Root, "--host", "localhost")).Expect(0);
        Assert.StartsWith("accepted: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("✓ name: is for localhost", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chain_may_stand_in_several_files()
    {
        using var workshop = new Workshop();
        (string certificate, _) = workshop.IssueServer();
        const string Begin = "-----BEGIN";
        string[] blocks = (await File.ReadAllTextAsync(certificate)).Split(Begin, StringSplitOptions.RemoveEmptyEntries);
        string leaf = workshop.Write("leaf.pem", Begin + blocks[0]);
        string issuer = workshop.Write("issuer.pem", Begin + blocks[1]);
        (await Tool.RunAsync("verify", leaf, "--ca", workshop.Root)).Expect(1);
        (await Tool.RunAsync("verify", leaf, issuer, "--ca", workshop.Root)).Expect(0);
    }

    [Theory]
    [InlineData("NameMismatch", "--host", "other.example")]
    [InlineData("WrongPurpose", "--client")]
    [InlineData("Expired", "--at", "2099-01-01")]
    [InlineData("NotYetValid", "--at", "2001-01-01T00:00:00Z")]
    public async Task A_refusal_is_exit_code_1_and_says_why(string failure, params string[] arguments)
    {
        using var workshop = new Workshop();
        (string certificate, _) = workshop.IssueServer();
        ToolRun run = (await Tool.RunAsync(["verify", certificate, "--ca", workshop.Root, "--json", .. arguments])).Expect(1);
        Assert.Equal(failure, JsonDocument.Parse(run.Output).RootElement.GetProperty("failure").GetString());
    }

    [Fact]
    public async Task The_roots_of_the_system_are_trusted_unless_others_are_given()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "The variable is of systems with files of roots.");
        using var workshop = new Workshop();
        using var other = new Workshop();
        (string certificate, _) = workshop.IssueServer();
        ToolRun trusted = await Tool.RunAsync(["verify", certificate], input: [], ("SSL_CERT_FILE", workshop.Root));
        trusted.Expect(0);
        ToolRun unknown = await Tool.RunAsync(["verify", certificate, "--ca", other.Root], input: [], ("SSL_CERT_FILE", workshop.Root));
        Assert.Contains("trust: ", unknown.Expect(1).Output, StringComparison.Ordinal);
        string folder = Directory.CreateDirectory(workshop.File("roots")).FullName;
        File.Copy(workshop.Root, Path.Combine(folder, "a.pem"));
        File.WriteAllText(Path.Combine(folder, "b.pem"), "no certificate");
        (await Tool.RunAsync(["verify", certificate], input: [], ("SSL_CERT_DIR", folder))).Expect(0);
    }
}
