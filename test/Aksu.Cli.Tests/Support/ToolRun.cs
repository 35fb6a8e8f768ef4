using System.Text;

namespace Aksu.Cli.Tests.Support;

/// <summary>How a run of the tool ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="OutputBytes">What it wrote to its standard output.</param>
/// <param name="Errors">What it wrote to its standard error.</param>
internal sealed record ToolRun(int ExitCode, byte[] OutputBytes, string Errors)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    /// <summary>The one line that says what went wrong.</summary>
    public string ErrorLine => Assert.Single(Errors.Split('\n'), static line => line.StartsWith("aksu: ", StringComparison.Ordinal));

    /// <summary>Fails with what the tool said, unless it ended with this code.</summary>
    public ToolRun Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"Exit code {ExitCode} instead of {exitCode}. Errors:\n{Errors}\nOutput:\n{Output}");
        return this;
    }
}
