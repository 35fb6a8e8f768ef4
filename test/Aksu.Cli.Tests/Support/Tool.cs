using System.Diagnostics;
using System.Text;

namespace Aksu.Cli.Tests.Support;

/// <summary>
/// The built tool as a process. The environment variable AKSU_TOOL names another build of it, e.g. one that was compiled ahead of time.
/// </summary>
internal static class Tool
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);

    public static string FileName =>
        Environment.GetEnvironmentVariable("AKSU_TOOL") is { Length: > 0 } given
            ? given
            : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "aksu.exe" : "aksu");

    /// <summary>Runs it to its end.</summary>
    public static Task<ToolRun> RunAsync(params string[] arguments) => RunAsync(arguments, input: []);

    /// <summary>Runs it to its end with bytes on its standard input.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">What it reads; null leaves the input open until the tool has ended.</param>
    /// <param name="environment">Environment variables.</param>
    public static async Task<ToolRun> RunAsync(string[] arguments, byte[]? input, params (string Name, string Value)[] environment)
    {
        using Process process = Start(arguments, environment);
        using var late = new CancellationTokenSource(TimeLimit);
        try
        {
            Task sending = input is null ? Task.CompletedTask : FeedAsync(process, input, late.Token);
            using var output = new MemoryStream();
            Task copying = process.StandardOutput.BaseStream.CopyToAsync(output, late.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(late.Token);
            await copying;
            string text = await errors;
            await process.WaitForExitAsync(late.Token);
            await sending;
            return new ToolRun(process.ExitCode, output.ToArray(), text);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>Starts it; the caller ends it with <see cref="Kill"/>.</summary>
    public static Process Start(params IEnumerable<string> arguments) => Start(arguments, []);

    private static Process Start(IEnumerable<string> arguments, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(FileName, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // What is said depends on the language of whoever runs the tests, unless a test asks for one.
        start.Environment["LC_ALL"] = "C";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The tool did not start.");
    }

    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static async Task FeedAsync(Process process, byte[] input, CancellationToken stop)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, stop);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The tool ended without reading all of it.
        }
    }
}
