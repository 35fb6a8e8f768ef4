using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task Shows_a_handshake_step_by_step()
    {
        ToolRun run = (await Tool.RunAsync("demo")).Expect(0);
        Assert.Empty(run.Errors);
        Golden.Matches("demo", run.Output);
    }

    [Fact]
    public async Task Shows_both_sides_prove_who_they_are()
    {
        ToolRun run = (await Tool.RunAsync("demo", "--mutual")).Expect(0);
        Golden.Matches("demo-mutual", run.Output);
    }

    [Fact]
    public async Task Shows_the_handshake_of_the_textbooks()
    {
        ToolRun run = (await Tool.RunAsync("demo", "--tls", "1.2", "--key-exchange", "rsa")).Expect(0);
        Golden.Matches("demo-rsa", run.Output);
    }

    [Fact]
    public async Task Shows_the_classic_handshake_with_a_fresh_key_exchange()
    {
        ToolRun run = (await Tool.RunAsync("demo", "--tls", "1.2", "--mutual")).Expect(0);
        Golden.Matches("demo-tls12-mutual", run.Output);
    }

    [Theory]
    [InlineData("expired", "validity", "02 2d (fatal, certificate_expired = 45)")]
    [InlineData("wrong-name", "name", "02 2a (fatal, bad_certificate = 42)")]
    [InlineData("unknown-ca", "trust", "02 30 (fatal, unknown_ca = 48)")]
    [InlineData("revoked", "revocation", "02 2c (fatal, certificate_revoked = 44)")]
    [InlineData("tampered", "signature", "02 2a (fatal, bad_certificate = 42)")]
    public async Task Shows_how_a_bad_certificate_is_refused(string flaw, string check, string alert)
    {
        foreach (string[] more in (string[][])[[], ["--tls", "1.2"], ["--mutual"], ["--mutual", "--tls", "1.2"]])
        {
            bool isMutual = more.Contains("--mutual");
            if (isMutual && flaw == "wrong-name")
            {
                continue;
            }

            ToolRun run = (await Tool.RunAsync(["demo", "--break", flaw, .. more])).Expect(0);
            Assert.Contains($"refused by     the {(isMutual ? "server" : "client")}\n", run.Output, StringComparison.Ordinal);
            Assert.Contains($"failed check   {check}\n", run.Output, StringComparison.Ordinal);
            Assert.Contains($"alert          {alert}\n", run.Output, StringComparison.Ordinal);
            Assert.Contains($"on the wire  {alert}\n", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Hello from", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("demo-tampered", "--break", "tampered")]
    [InlineData("demo-mutual-revoked", "--mutual", "--break", "revoked")]
    public async Task Shows_a_refusal_step_by_step(string golden, params string[] arguments)
    {
        ToolRun run = (await Tool.RunAsync(["demo", .. arguments])).Expect(0);
        Golden.Matches(golden, run.Output);
    }

    [Theory]
    [InlineData("demo-ko")]
    [InlineData("demo-tls12-mutual-ko", "--tls", "1.2", "--mutual")]
    [InlineData("demo-tampered-ko", "--break", "tampered")]
    [InlineData("demo-psk-1.3-ko", "--key-exchange", "psk")]
    public async Task Tells_it_in_korean(string golden, params string[] arguments)
    {
        ToolRun run = (await Tool.RunAsync(["demo", "--lang", "ko", .. arguments])).Expect(0);
        Golden.Matches(golden, run.Output);
    }

    [Theory]
    [InlineData("is not among", "--break", "nothing")]
    [InlineData("expects no particular name", "--break", "wrong-name", "--mutual")]
    [InlineData("--break is about certificates", "--break", "expired", "--key-exchange", "psk", "--tls", "1.3")]
    public async Task A_flaw_that_cannot_be_shown_is_a_wrong_command_line(string part, params string[] arguments)
    {
        ToolRun run = (await Tool.RunAsync(["demo", .. arguments])).Expect(2);
        Assert.Contains(part, run.ErrorLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("1.3")]
    public async Task Shows_a_handshake_with_a_key_that_both_have(string version)
    {
        ToolRun run = (await Tool.RunAsync("demo", "--tls", version, "--key-exchange", "psk")).Expect(0);
        Golden.Matches("demo-psk-" + version, run.Output);
    }

    [Theory]
    [InlineData("TLS_AES_256_GCM_SHA384", "secp384r1")]
    [InlineData("TLS_CHACHA20_POLY1305_SHA256", "secp256r1")]
    [InlineData("TLS_AES_128_CCM_SHA256", "x448")]
    public async Task Takes_the_suite_and_the_group_that_are_asked_for(string suite, string group)
    {
        ToolRun run = (await Tool.RunAsync("demo", "--suite", suite, "--group", group)).Expect(0);
        Assert.Contains($"cipher suite   {suite}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"key exchange   {group}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_no_escape_sequence_into_a_file()
    {
        ToolRun run = (await Tool.RunAsync("demo")).Expect(0);
        Assert.DoesNotContain('\e', run.Output);
        Assert.All(run.Output.Split('\n'), static line => Assert.True(line.Length <= 80 && line == line.TrimEnd(), $"'{line}'"));
    }
}
