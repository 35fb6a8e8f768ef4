using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class KeyLogTests
{
    [Fact]
    public async Task Both_sides_log_the_same_secrets()
    {
        using var workshop = new Workshop();
        string ofServer = workshop.File("server.keys");
        string ofClient = workshop.File("client.keys");
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--keylog", ofServer);
        string[] arguments = ["connect", server.Address, "--insecure", "--keylog", ofClient];
        (await Tool.RunAsync(arguments)).Expect(0);
        (await Tool.RunAsync(arguments)).Expect(0);

        string[] client = await File.ReadAllLinesAsync(ofClient);
        Assert.Equal(10, client.Length);
        Assert.All(client, static line => Assert.Matches("^[A-Z_0-9]+ [0-9a-f]{64} [0-9a-f]{64}$", line));
        string[] labels =
        [
            "CLIENT_HANDSHAKE_TRAFFIC_SECRET", "CLIENT_TRAFFIC_SECRET_0", "EXPORTER_SECRET", "SERVER_HANDSHAKE_TRAFFIC_SECRET",
            "SERVER_TRAFFIC_SECRET_0",
        ];
        Assert.Equal(labels, client.Take(5).Select(static line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
        Assert.Equal(client.Order(StringComparer.Ordinal), (await File.ReadAllLinesAsync(ofServer)).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(ofClient));
        }
    }
}
