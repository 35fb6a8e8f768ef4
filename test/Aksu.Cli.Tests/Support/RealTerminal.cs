using System.Diagnostics;
using System.Globalization;

namespace Aksu.Cli.Tests.Support;

/// <summary>
/// The tool in a terminal of tmux, and what a person sees there. Where tmux is not installed its tests are skipped; in CI that is a
/// failure.
/// </summary>
internal static class RealTerminal
{
    private const int Height = 900;
    private const string Program = "/usr/bin/tmux";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);

    /// <summary>Runs the tool to its end, and returns the lines that stand on the screen then, without spaces at their ends.</summary>
    public static async Task<string> ShowAsync(int width, params IEnumerable<string> arguments)
    {
        Require();
        string folder = Directory.CreateTempSubdirectory("aksu-tmux-").FullName;
        string[] tmux = ["-u", "-S", Path.Combine(folder, "socket"), "-f", Path.Combine(folder, "tmux.conf")];
        await File.WriteAllTextAsync(
            Path.Combine(folder, "tmux.conf"), "set -g remain-on-exit on\nset -g remain-on-exit-format ''\nset -g status off\n");
        try
        {
            string[] size = ["-x", width.ToString(CultureInfo.InvariantCulture), "-y", Height.ToString(CultureInfo.InvariantCulture)];
            await RunAsync([.. tmux, "new-session", "-d", .. size, "--", Tool.FileName, .. arguments]);
            await WaitAsync(tmux);
            string screen = await RunAsync([.. tmux, "capture-pane", "-p"]);
            return string.Join('\n', screen.Split('\n').Select(static line => line.TrimEnd())).Trim('\n') + "\n";
        }
        finally
        {
            await RunAsync([.. tmux, "kill-server"]);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WaitAsync(string[] tmux)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeLimit; await Task.Delay(100))
        {
            if ((await RunAsync([.. tmux, "display-message", "-p", "#{pane_dead}"])).Trim() == "1")
            {
                return;
            }
        }

        Assert.Fail("The tool did not end in its terminal:\n" + await RunAsync([.. tmux, "capture-pane", "-p"]));
    }

    private static async Task<string> RunAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment.Remove("TMUX");
        using Process process = Process.Start(start)!;
        using var late = new CancellationTokenSource(TimeLimit);
        Task<string> errors = process.StandardError.ReadToEndAsync(late.Token);
        string output = await process.StandardOutput.ReadToEndAsync(late.Token);
        await process.WaitForExitAsync(late.Token);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }

    private static void Require()
    {
        if (File.Exists(Program))
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail("tmux is not installed, and in CI every peer has to be there.");
        }

        Assert.Skip("tmux is not installed.");
    }
}
