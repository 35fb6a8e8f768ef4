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

    /// <summary>Has one mutation tried; null when the process went without an answer.</summary>
    public (int Id, string Verdict, string Test)? Try(int mutation)
    {
        try
        {
            _process.StandardInput.WriteLine(mutation.ToString(CultureInfo.InvariantCulture));
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            return null;
        }

        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith('=') && line[1..].Split('\t') is [string id, string verdict, string test])
            {
                return (int.Parse(id, CultureInfo.InvariantCulture), verdict, test);
            }
        }

        return null;
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
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.WaitForExit();
        _process.Dispose();
    }
}
