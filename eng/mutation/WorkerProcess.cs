using System.Diagnostics;
using System.Globalization;

namespace Aksu.Mutation;

/// <summary>A <see cref="Worker"/> in its process, with a bound on its memory.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private const string MemoryLimit = "0xC0000000";
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public static WorkerProcess Start(string host, params string[] arguments)
    {
        const string tests = "Aksu.Tls.Engine.Tests";
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec",
                "--runtimeconfig", Path.Combine(host, tests + ".runtimeconfig.json"),
                "--depsfile", Path.Combine(host, tests + ".deps.json"),
                Path.Combine(host, "Aksu.Mutation.dll"), .. arguments,
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_GCHeapHardLimit"] = MemoryLimit;
        start.Environment["DOTNET_gcConcurrent"] = "0";
        Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
        return new WorkerProcess(process);
    }

    /// <summary>Has one mutation tried.</summary>
    /// <param name="mutation">Its number.</param>
    /// <param name="patience">How long to wait for the answer before the process is ended.</param>
    public WorkerAnswer Try(int mutation, TimeSpan patience)
    {
        bool isLate = false;
        using var watch = new Timer(
            _ =>
            {
                isLate = true;
                Kill();
            },
            null,
            patience,
            Timeout.InfiniteTimeSpan);
        try
        {
            _process.StandardInput.WriteLine(mutation.ToString(CultureInfo.InvariantCulture));
            _process.StandardInput.Flush();
            while (_process.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith('=') && line[1..].Split('\t') is [_, string verdict, string test])
                {
                    return new WorkerAnswer(Enum.Parse<WorkerAnswerKind>(verdict), test);
                }
            }
        }
        catch (IOException)
        {
            // The process has gone: so it is said below.
        }

        return isLate
            ? new WorkerAnswer(WorkerAnswerKind.Late, $"no answer in {patience.TotalMinutes} minutes")
            : new WorkerAnswer(WorkerAnswerKind.Gone, "the process of the tests ends");
    }

    /// <summary>Waits for the end of one that is given no mutations.</summary>
    public int WaitForExit()
    {
        _process.StandardInput.Close();
        _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public bool HasExited => _process.WaitForExit(0);

    public void Dispose()
    {
        Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }
}
