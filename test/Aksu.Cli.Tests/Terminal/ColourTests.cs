using System.Diagnostics;
using Aksu.Cli.Tests.Support;

namespace Aksu.Cli.Tests.Terminal;

public sealed class ColourTests
{
    private const string SetColour = "\e[";

    [Fact]
    public async Task A_terminal_gets_colours()
    {
        string output = await RunInTerminalAsync("TERM=xterm-256color");
        Assert.Contains(SetColour + "1;38;5;", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM=xterm-256color NO_COLOR=1")]
    [InlineData("TERM=dumb")]
    public async Task Nobody_gets_colours_who_does_not_want_them(string environment)
    {
        string output = await RunInTerminalAsync(environment);
        Assert.Contains("ClientHello", output, StringComparison.Ordinal);
        Assert.DoesNotContain(SetColour + "1;", output, StringComparison.Ordinal);
        Assert.DoesNotContain(SetColour + "38", output, StringComparison.Ordinal);
    }

    private static async Task<string> RunInTerminalAsync(string environment)
    {
        if (!File.Exists("/usr/bin/script") && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("There is no script(1) to make a terminal with.");
        }

        string[] arguments = ["-qec", $"{environment} {Tool.FileName} demo", "/dev/null"];
        var start = new ProcessStartInfo("/usr/bin/script", arguments) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        try
        {
            return await process.StandardOutput.ReadToEndAsync(late.Token);
        }
        finally
        {
            Tool.Kill(process);
        }
    }
}
