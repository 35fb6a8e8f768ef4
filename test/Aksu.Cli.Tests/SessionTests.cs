using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests;

public sealed class SessionTests
{
    [Fact]
    public async Task A_session_is_resumed_by_another_process()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--write-ca", workshop.File("ca.pem"));
        string session = workshop.File("session");
        string[] arguments = ["connect", server.Address, "--ca", workshop.File("ca.pem"), "--session", session];

        ToolRun first = (await Tool.RunAsync(arguments)).Expect(0);
        Assert.Contains("session        new", first.Errors, StringComparison.Ordinal);
        byte[] stored = await File.ReadAllBytesAsync(session);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(session));
        }

        ToolRun second = (await Tool.RunAsync(arguments)).Expect(0);
        Assert.Contains("session        resumed", second.Errors, StringComparison.Ordinal);
        Assert.Contains("accepted: ", second.Errors, StringComparison.Ordinal);
        await server.WaitForLogAsync("resumed=yes");
        Assert.NotEqual(stored, await File.ReadAllBytesAsync(session));
        Assert.Equal([session], Directory.GetFiles(workshop.Folder, "session*"));

        ToolRun third = (await Tool.RunAsync([.. arguments, "--json"])).Expect(0);
        Assert.Contains("\"resumed\": true", third.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_not_resumed_under_other_trust()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync("--echo", "--write-ca", workshop.File("ca.pem"));
        string session = workshop.File("session");
        (await Tool.RunAsync("connect", server.Address, "--insecure", "--session", session)).Expect(0);
        ToolRun run = (await Tool.RunAsync("connect", server.Address, "--ca", workshop.File("ca.pem"), "--session", session)).Expect(0);
        Assert.Contains("session        new", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_not_resumed_for_another_name()
    {
        using var workshop = new Workshop();
        await using ToolServer server = await ToolServer.StartAsync(
            "--echo", "--name", "other.example", "--write-ca", workshop.File("ca.pem"));
        string session = workshop.File("session");
        string[] arguments = ["connect", server.Address, "--ca", workshop.File("ca.pem"), "--session", session];
        (await Tool.RunAsync(arguments)).Expect(0);
        ToolRun run = (await Tool.RunAsync([.. arguments, "--sni", "other.example"])).Expect(0);
        Assert.Contains("session        new", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_holds_something_else_is_left_alone()
    {
        using var workshop = new Workshop();
        string file = workshop.Write("diary.txt", "Dear diary");
        ToolRun run = (await Tool.RunAsync("connect", $"localhost:{Loopback.ClosedPort()}", "--session", file)).Expect(2);
        Assert.Contains("it holds no session", run.ErrorLine, StringComparison.Ordinal);
        Assert.Equal("Dear diary", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_session_is_kept_when_the_server_is_not_reached()
    {
        using var workshop = new Workshop();
        string session = workshop.File("session");
        await using (ToolServer server = await ToolServer.StartAsync("--echo"))
        {
            (await Tool.RunAsync("connect", server.Address, "--insecure", "--session", session)).Expect(0);
        }

        byte[] stored = await File.ReadAllBytesAsync(session);
        (await Tool.RunAsync("connect", $"localhost:{Loopback.ClosedPort()}", "--insecure", "--session", session)).Expect(3);
        Assert.Equal(stored, await File.ReadAllBytesAsync(session));
    }
}
