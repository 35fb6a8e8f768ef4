using System.Diagnostics;

namespace Aksu.Pki.Tests.Building;

/// <summary>
/// Runs a tool of the system. Where it is absent the test is skipped, except in continuous integration, where that is a failure.
/// </summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<(int ExitCode, string Output)> RunAsync(string name, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(name), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        using Process process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs it and expects exit code 0.</summary>
    public static async Task<string> SucceedAsync(string name, string folder, params string[] arguments)
    {
        (int exitCode, string output) = await RunAsync(name, folder, arguments);
        Assert.True(exitCode == 0, $"{name} {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    private static string Find(string name)
    {
        string? path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator).Select(
            folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (path is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{name} is not installed.");
        }

        if (path is null)
        {
            Assert.Skip($"{name} is not installed.");
        }

        return path;
    }
}
