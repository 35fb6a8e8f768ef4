using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class KeyExchangeTests
{
    private const string Key = "00112233445566778899aabbccddeeff";

    [Theory]
    [InlineData("rsa", "1.2", "TLS_RSA_WITH_AES_128_GCM_SHA256", "none")]
    [InlineData("dhe", "1.2", "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", "ffdhe2048")]
    [InlineData("ecdhe", "1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "x25519")]
    [InlineData("dhe", "1.3", "TLS_AES_128_GCM_SHA256", "ffdhe2048")]
    [InlineData("rsa,ecdhe", "1.2", "TLS_RSA_WITH_AES_128_GCM_SHA256", "none")]
    [InlineData("rsa", "1.1", "TLS_RSA_WITH_AES_128_CBC_SHA", "none")]
    [InlineData("rsa", "1.0", "TLS_RSA_WITH_AES_128_CBC_SHA", "none")]
    [InlineData("dhe", "1.0", "TLS_DHE_RSA_WITH_AES_128_CBC_SHA", "ffdhe2048")]
    [InlineData("ecdhe", "1.1", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", "x25519")]
    public async Task A_key_exchange_can_be_asked_for(string exchange, string version, string suite, string group)
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync(
            "--echo", "--key-exchange", exchange, "--tls", "1.3,1.2,1.1,1.0", "--allow-legacy", "--write-ca", workshop.File("ca.pem"));
        string[] arguments =
        [
            "connect", server.Address, "--ca", workshop.File("ca.pem"), "--key-exchange", exchange, "--tls", version, "--allow-legacy",
        ];
        ToolRun run = (await Tool.RunAsync(arguments, "hello"u8.ToArray())).Expect(0);
        Assert.Contains($"version        TLS {version}\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"cipher suite   {suite}\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"group          {group}\n", run.Errors, StringComparison.Ordinal);
        Assert.Equal(group == "none", run.Errors.Contains("warning: The key exchange has no forward secrecy.", StringComparison.Ordinal));
        Assert.Equal("hello", run.Output);
    }

    [Theory]
    [InlineData("1.2", "TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256")]
    [InlineData("1.3", "TLS_AES_128_GCM_SHA256")]
    public async Task A_key_that_both_have_stands_in_for_certificates(string version, string suite)
    {
        using var workshop = new Workshop();
        string file = workshop.Write("keys", $"# a comment\n\nalice:{Key}\n");
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--key-exchange", "psk", "--psk", file);
        string[] arguments = ["connect", server.Address, "--key-exchange", "psk", "--psk", file, "--tls", version];
        ToolRun run = (await Tool.RunAsync(arguments, "hello"u8.ToArray())).Expect(0);
        Assert.Contains($"cipher suite   {suite}\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains("verdict        a key that both sides have", run.Errors, StringComparison.Ordinal);
        Assert.Equal("hello", run.Output);
    }

    [Fact]
    public async Task Another_key_is_refused()
    {
        using var workshop = new Workshop();
        string ofServer = workshop.Write("server.keys", $"alice:{Key}\n");
        string ofClient = workshop.Write("client.keys", $"alice:ff{Key}\n");
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--key-exchange", "psk", "--psk", ofServer);
        (await Tool.RunAsync("connect", server.Address, "--key-exchange", "psk", "--psk", ofClient)).Expect(1);
        await server.WaitForLogAsync("handshake failed: ");
    }

    [Theory]
    [InlineData("--tls: TLS 1.0 and 1.1 are deprecated (RFC 8996); --allow-legacy allows them", "--tls", "1.1")]
    [InlineData("--suite: suites with RSA key transport have no forward secrecy", "--suite", "TLS_RSA_WITH_AES_128_GCM_SHA256")]
    [InlineData("--key-exchange: 'frog' is no key exchange", "--key-exchange", "ecdhe,frog")]
    [InlineData("--key-exchange: TLS 1.3 has no RSA key transport", "--key-exchange", "rsa", "--tls", "1.3")]
    [InlineData("--key-exchange psk needs --psk", "--key-exchange", "psk")]
    [InlineData("--psk FILE: line 2 is not IDENTITY:KEY", "--psk", "FILE")]
    public async Task What_has_to_be_allowed_or_given_first_is_said(string message, params string[] arguments)
    {
        using var workshop = new Workshop();
        string file = workshop.Write("keys", $"alice:{Key}\nbob:tooshort\n");
        string[] given = ["connect", "localhost", .. arguments.Select(argument => argument == "FILE" ? file : argument)];
        ToolRun run = (await Tool.RunAsync(given)).Expect(2);
        Assert.StartsWith("aksu: " + message.Replace("FILE", file, StringComparison.Ordinal), run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_versions_can_be_allowed()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync(
            "--echo", "--tls", "1.1,1.0", "--allow-legacy", "--write-ca", workshop.File("ca.pem"));
        string[] arguments = ["connect", server.Address, "--ca", workshop.File("ca.pem")];
        (await Tool.RunAsync(arguments)).Expect(1);
        ToolRun run = (await Tool.RunAsync([.. arguments, "--tls", "1.1", "--allow-legacy"])).Expect(0);
        Assert.Contains("version        TLS 1.1", run.Errors, StringComparison.Ordinal);
        Assert.Contains("warning: TLS 1.1 is deprecated (RFC 8996).", run.Errors, StringComparison.Ordinal);
    }
}
