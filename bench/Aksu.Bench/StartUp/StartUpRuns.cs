using System.Diagnostics;
using System.Globalization;
using System.Text;
using Aksu.Bench.Scenarios;

namespace Aksu.Bench.StartUp;

/// <summary>Starts the tool, compiled ahead of time, again and again, and a program that does nothing beside it.</summary>
internal static class StartUpRuns
{
    private const int Runs = 101;
    private const double TargetMilliseconds = 30;

    /// <summary>The times of both, by turns.</summary>
    /// <param name="tool">The tool aksu.</param>
    /// <param name="nothing">A program of the same kind that ends at once; null for none.</param>
    public static async Task<IReadOnlyList<StartUpTimes>> MeasureAsync(string tool, string? nothing)
    {
        using var server = new LocalServer();
        string[] arguments =
            ["connect", server.Address, "--ca", server.RootFile, "--sni", CertificateSet.ServerName, "--json"];
        var connect = new StartUpTimes("aksu connect, until the handshake is done", new List<double>(), new List<double>());
        var idle = new StartUpTimes("a program that does nothing, until it has ended", new List<double>(), new List<double>());
        for (int run = -1; run < Runs; run++)
        {
            (double Reached, double Processor) connected = await RunAsync(tool, arguments, server.ServeAsync);
            (double Reached, double Processor)? ended = nothing is null ? null : await RunAsync(nothing, [], serve: null);
            if (run >= 0) // the first is from files that may not be in memory
            {
                Add(connect, connected);
                if (ended is { } times)
                {
                    Add(idle, times);
                }
            }
        }

        return nothing is null ? [connect] : [connect, idle];
    }

    public static string ToMarkdown(IEnumerable<StartUpTimes> all)
    {
        var text = new StringBuilder();
        text.AppendLine("|  | least, ms | median, ms | processor time until its end, median, ms |");
        text.AppendLine("| --- | ---: | ---: | ---: |");
        foreach (StartUpTimes times in all)
        {
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {times.Title} | {times.Least:0.0} | {times.MedianReached:0.0} | {times.MedianProcessor:0.0} |"));
        }

        return text.ToString();
    }

    /// <summary>What misses the target, in words; null when nothing does.</summary>
    public static string? Missed(StartUpTimes connect) => connect.Least <= TargetMilliseconds
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{connect.Title}: {connect.Least:0.0} ms, the target is {TargetMilliseconds} ms");

    private static void Add(StartUpTimes times, (double Reached, double Processor) run)
    {
        ((List<double>)times.Reached).Add(run.Reached);
        ((List<double>)times.Processor).Add(run.Processor);
    }

    private static async Task<(double Reached, double Processor)> RunAsync(string program, string[] arguments, Func<Task<long>>? serve)
    {
        Task<long>? served = serve?.Invoke();
        TimeSpan before = ChildProcessorTime.Now;
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        string output = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        long end = Stopwatch.GetTimestamp();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {output}");
        }

        long reached = served is null ? end : await served;
        return (Stopwatch.GetElapsedTime(start, reached).TotalMilliseconds, (ChildProcessorTime.Now - before).TotalMilliseconds);
    }
}
