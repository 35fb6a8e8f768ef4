using System.Net.Sockets;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class ServeTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Stops_when_it_is_told_to(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        await using ToolServer server = await ToolServer.StartAsync("--echo");
        Assert.Equal(0, await server.StopAsync(signal));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_network_failure()
    {
        await using ToolServer server = await ToolServer.StartAsync();
        ToolRun run = (await Tool.RunAsync("serve", "--listen", $"127.0.0.1:{server.Port}")).Expect(3);
        Assert.Contains(
            $"cannot listen on 127.0.0.1:{server.Port}: another program listens there already.", run.ErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_no_tls_client_is_logged_and_harms_nobody()
    {
        await using ToolServer server = await ToolServer.StartAsync("--echo");
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", server.Port);
            await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            await server.WaitForLogAsync("handshake failed: The peer speaks plain HTTP");
        }

        (await Tool.RunAsync("connect", server.Address, "--insecure")).Expect(0);
    }

    [Fact]
    public async Task The_written_root_is_all_that_a_client_needs()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync("--name", "db.example,10.0.0.7", "--write-ca", workshop.File("ca.pem"));
        string pem = await File.ReadAllTextAsync(workshop.File("ca.pem"));
        Assert.Single(pem.Split("-----BEGIN CERTIFICATE-----")[1..]);
        Assert.DoesNotContain("PRIVATE", pem, StringComparison.Ordinal);
        foreach (string name in (string[])["localhost", "127.0.0.1", "db.example", "10.0.0.7"])
        {
            (await Tool.RunAsync("connect", server.Address, "--ca", workshop.File("ca.pem"), "--sni", name)).Expect(0);
        }
    }
}
