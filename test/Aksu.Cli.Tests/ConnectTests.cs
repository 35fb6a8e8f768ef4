using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class ConnectTests
{
    [Fact]
    public async Task Says_what_was_negotiated_and_why_the_server_is_accepted()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--write-ca", workshop.File("ca.pem"));
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--ca", workshop.File("ca.pem"))).Expect(0);
        Golden.Matches("connect", run.Errors.Replace(server.Address, "localhost:PORT", StringComparison.Ordinal));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Suite_group_protocol_and_name_are_those_that_were_asked_for()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync(
            "--echo", "--alpn", "b,a", "--name", "other.example", "--write-ca", workshop.File("ca.pem"));
        string[] arguments =
        [
            "connect", server.Address, "--ca", workshop.File("ca.pem"), "--suite", "aes_256_gcm_sha384", "--group", "P-384", "--tls", "1.3",
            "--alpn", "a", "--alpn", "c,d", "--sni", "other.example",
        ];
        ToolRun run = (await Tool.RunAsync(arguments)).Expect(0);
        Assert.Contains("cipher suite   TLS_AES_256_GCM_SHA384", run.Errors, StringComparison.Ordinal);
        Assert.Contains("group          secp384r1", run.Errors, StringComparison.Ordinal);
        Assert.Contains("protocol       a\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains("server name    other.example", run.Errors, StringComparison.Ordinal);
        string line = await server.WaitForLogAsync("result=ok");
        Assert.Contains("TLS1.3 TLS_AES_256_GCM_SHA384 group=secp384r1 name=other.example alpn=a client=none resumed=no in=0 "
            + "out=0", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_verified_as_an_address()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--write-ca", workshop.File("ca.pem"));
        ToolRun run = (await Tool.RunAsync("connect", $"127.0.0.1:{server.Port}", "--ca", workshop.File("ca.pem"))).Expect(0);
        Assert.Contains("accepted", run.Errors, StringComparison.Ordinal);
        Assert.Contains("name=none", await server.WaitForLogAsync("result="), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Insecure_connects_to_anybody_and_says_so()
    {
        await using ToolServer server = await ToolServer.StartAsync("--echo");
        ToolRun run = (await Tool.RunAsync(["connect", server.Address, "--insecure"], "hello"u8.ToArray())).Expect(0);
        Assert.Contains("NOT VERIFIED (--insecure); it would be refused: ", run.Errors, StringComparison.Ordinal);
        Assert.Equal("hello", run.Output);
    }

    [Fact]
    public async Task Both_sides_can_show_certificates()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        (string clientCertificate, string clientKey) = workshop.IssueClient("alice@example.com");
        await using ToolServer server = await ToolServer.StartAsync(
            "--echo", "--cert", certificate, "--key", key, "--client-ca", workshop.Root);
        string[] arguments = ["connect", server.Address, "--ca", workshop.Root, "--cert", clientCertificate, "--key", clientKey];
        ToolRun run = (await Tool.RunAsync(arguments, "hello"u8.ToArray())).Expect(0);
        Assert.Contains("presented      own certificate (ecdsa_secp256r1_sha256)", run.Errors, StringComparison.Ordinal);
        Assert.Equal("hello", run.Output);
        Assert.Contains("client=\"alice@example.com\"", await server.WaitForLogAsync("result=ok"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorities_of_several_files_are_trusted()
    {
        using var workshop = new Workshop();
        using var other = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--write-ca", workshop.File("ca.pem"));
        (await Tool.RunAsync("connect", server.Address, "--ca", other.Root, "--ca", workshop.File("ca.pem"))).Expect(0);
        (await Tool.RunAsync("connect", server.Address, "--ca", other.Root, "--ca", workshop.Root)).Expect(1);
    }

    [Fact]
    public async Task Ends_when_the_server_closes_although_its_input_is_open()
    {
        await using ToolServer server = await ToolServer.StartAsync("--echo");
        Task<ToolRun> running = Tool.RunAsync(["connect", server.Address, "--insecure"], input: null);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        await WaitForConnectionAsync(server);
        Assert.Equal(0, await server.StopAsync());
        (await running).Expect(0);
    }

    /// <summary>Another connection that comes and goes proves that the first one, begun before, is accepted or about to be.</summary>
    private static async Task WaitForConnectionAsync(ToolServer server)
    {
        (await Tool.RunAsync("connect", server.Address, "--insecure")).Expect(0);
        await server.WaitForLogAsync("result=ok");
    }
}
