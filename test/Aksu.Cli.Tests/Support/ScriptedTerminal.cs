using System.Diagnostics;

namespace Aksu.Cli.Tests.Support;

/// <summary>A command in a terminal of script(1), and every byte that it wrote there, what was written over included.</summary>
internal static class ScriptedTerminal
{
    private const string Program = "/usr/bin/script";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);

    /// <param name="command">What the shell runs.</param>
    public static async Task<string> RunAsync(string command)
    {
        if (!File.Exists(Program) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("There is no script(1) to make a terminal with.");
        }

        var start = new ProcessStartInfo(Program, ["-qec", command, "/dev/null"]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        using var late = new CancellationTokenSource(TimeLimit);
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
