using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Aksu.Cli.Tests.Support;

/// <summary><c>aksu serve</c> on a free port of the loopback interface.</summary>
internal sealed class ToolServer : IAsyncDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Lock _gate = new();
    private readonly Task _reading;

    private ToolServer(Process process, int port)
    {
        _process = process;
        Port = port;
        _reading = ReadErrorsAsync();
    }

    public int Port { get; }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"localhost:{Port}");

    public string Errors
    {
        get
        {
            lock (_gate)
            {
                return _errors.ToString();
            }
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ToolServer> StartAsync(params IEnumerable<string> arguments)
    {
        Process process = Tool.Start(["serve", "--listen", "127.0.0.1:0", .. arguments]);
        try
        {
            using var late = new CancellationTokenSource(TimeLimit);
            string? line = await process.StandardOutput.ReadLineAsync(late.Token);
            if (line is null)
            {
                Assert.Fail("The server did not start: " + await process.StandardError.ReadToEndAsync(late.Token));
            }

            const string Start = "listening on 127.0.0.1:";
            Assert.StartsWith(Start, line, StringComparison.Ordinal);
            return new ToolServer(process, int.Parse(line[Start.Length..], CultureInfo.InvariantCulture));
        }
        catch
        {
            Tool.Kill(process);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Waits until a line of the log holds this text.</summary>
    public async Task<string> WaitForLogAsync(string text)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeLimit; await Task.Delay(20))
        {
            if (Errors.Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }
        }

        Assert.Fail($"The server never logged '{text}', but:\n{Errors}");
        return "";
    }

    /// <summary>Asks it to stop, as Ctrl-C and service managers do; its exit code.</summary>
    public async Task<int> StopAsync(string signal = "TERM")
    {
        using Process kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var late = new CancellationTokenSource(TimeLimit);
        await kill.WaitForExitAsync(late.Token);
        await _process.WaitForExitAsync(late.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Tool.Kill(_process);
        await _reading.WaitAsync(TimeLimit);
        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                _errors.Append(line).Append('\n');
            }
        }
    }
}
