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

    private static Task<string> RunInTerminalAsync(string environment) => ScriptedTerminal.RunAsync($"{environment} {Tool.FileName} demo");
}
