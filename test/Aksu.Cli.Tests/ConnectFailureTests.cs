using Aksu.Ca;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class ConnectFailureTests
{
    [Fact]
    public async Task A_closed_port_is_a_network_failure()
    {
        ToolRun run = (await Tool.RunAsync("connect", $"127.0.0.1:{Loopback.ClosedPort()}")).Expect(3);
        Assert.Contains("connection refused: nothing listens on this port. Check", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_host_is_a_network_failure()
    {
        ToolRun run = (await Tool.RunAsync("connect", "no-such-host.invalid")).Expect(3);
        Assert.StartsWith("aksu: no-such-host.invalid:443: ", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_a_network_failure()
    {
        using var silent = new Loopback(static (_, stop) => Task.Delay(Timeout.Infinite, stop));
        ToolRun run = (await Tool.RunAsync("connect", silent.Address, "--timeout", "0.5")).Expect(3);
        Assert.Contains("said nothing in time", run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("--timeout", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_of_plain_http_is_recognised()
    {
        using var plain = new Loopback(static async (stream, stop) =>
        {
            await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: stop);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
        });
        ToolRun run = (await Tool.RunAsync("connect", plain.Address)).Expect(1);
        Assert.Contains("plain HTTP", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_closes_in_the_handshake_is_a_tls_failure()
    {
        using var rude = new Loopback(
            static (stream, stop) => stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: stop).AsTask());
        ToolRun run = (await Tool.RunAsync("connect", rude.Address)).Expect(1);
        Assert.Contains("closed the connection in the middle of the handshake", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_name_is_refused_and_said()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer("other.example");
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key);
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root)).Expect(1);
        Assert.Contains("is not for localhost but for DNS:other.example. Check the host name", run.ErrorLine, StringComparison.Ordinal);
        await server.WaitForLogAsync("handshake failed: The peer ended the connection with the alert bad_certificate");
    }

    [Fact]
    public async Task An_expired_certificate_is_refused_and_said()
    {
        using var workshop = new Workshop();
        DateTimeOffset now = DateTimeOffset.UtcNow;
        var options = new IssueOptions { Names = ["localhost"], NotBefore = now.AddDays(-30), NotAfter = now.AddDays(-1) };
        (string certificate, string key) = workshop.Issue("expired", options);
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key);
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root)).Expect(1);
        Assert.Contains("expired at ", run.ErrorLine, StringComparison.Ordinal);
        Assert.Contains("The server needs a new one", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_authority_is_refused_and_said()
    {
        await using ToolServer server = await ToolServer.StartAsync();
        ToolRun run = (await Tool.RunAsync("connect", server.Address)).Expect(1);
        Assert.Contains("trust it with --ca FILE", run.ErrorLine, StringComparison.Ordinal);
        await server.WaitForLogAsync("the alert unknown_ca");
    }

    [Fact]
    public async Task No_common_suite_is_a_tls_failure_on_both_sides()
    {
        await using ToolServer server = await ToolServer.StartAsync("--suite", "TLS_AES_256_GCM_SHA384");
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--suite", "TLS_CHACHA20_POLY1305_SHA256")).Expect(1);
        Assert.Contains("the alert handshake_failure: it found no acceptable set of parameters", run.ErrorLine, StringComparison.Ordinal);
        await server.WaitForLogAsync("handshake failed: The two sides share no cipher suite");
    }

    [Fact]
    public async Task No_common_group_is_a_tls_failure()
    {
        await using ToolServer server = await ToolServer.StartAsync("--group", "secp384r1");
        (await Tool.RunAsync("connect", server.Address, "--group", "x25519")).Expect(1);
        await server.WaitForLogAsync("handshake failed: The two sides share no key exchange group");
    }

    [Fact]
    public async Task No_common_protocol_is_a_tls_failure()
    {
        await using ToolServer server = await ToolServer.StartAsync("--alpn", "http/1.1");
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--alpn", "h2")).Expect(1);
        Assert.Contains("the alert no_application_protocol", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_demands_a_certificate_refuses_a_client_without_one()
    {
        using var workshop = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key, "--client-ca", workshop.Root);
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--ca", workshop.Root)).Expect(1);
        Assert.Contains("the alert certificate_required: it demands a client certificate", run.ErrorLine, StringComparison.Ordinal);
        await server.WaitForLogAsync("handshake failed: This server demands a client certificate");
    }

    [Fact]
    public async Task A_client_certificate_of_another_authority_is_refused()
    {
        using var workshop = new Workshop();
        using var other = new Workshop();
        (string certificate, string key) = workshop.IssueServer();
        (string clientCertificate, string clientKey) = other.IssueClient();
        await using ToolServer server = await ToolServer.StartAsync("--cert", certificate, "--key", key, "--client-ca", workshop.Root);
        string[] arguments = ["connect", server.Address, "--ca", workshop.Root, "--cert", clientCertificate, "--key", clientKey];
        (await Tool.RunAsync(arguments)).Expect(1);
        await server.WaitForLogAsync("handshake failed: ");
    }
}
