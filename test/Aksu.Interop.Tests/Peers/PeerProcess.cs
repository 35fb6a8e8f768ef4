using System.Collections.Concurrent;
using System.Diagnostics;

namespace Aksu.Interop.Tests.Peers;

/// <summary>A running peer: its output is collected, its input can be written, and it is gone when this is disposed of.</summary>
internal sealed class PeerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private PeerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Collect(e.Data);
        process.ErrorDataReceived += (_, e) => Collect(e.Data);
    }

    /// <summary>Everything the peer printed so far.</summary>
    public string Output => string.Join('\n', _lines);

    public StreamWriter Input => _process.StandardInput;

    public static PeerProcess Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(PeerProgram.Require(program))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = new Process { StartInfo = start };
        var peer = new PeerProcess(process);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return peer;
    }

    /// <summary>The first line, from now or before, that holds a text; fails with all output when it does not come.</summary>
    /// <param name="text">A part of the line.</param>
    /// <param name="times">How many such lines have to be there.</param>
    public async Task<string> WaitForAsync(string text, int times = 1)
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                if (_lines.Where(line => line.Contains(text, StringComparison.Ordinal)).ElementAtOrDefault(times - 1) is { } found)
                {
                    return found;
                }

                await _arrived.WaitAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The peer did not print '{text}'. It printed:\n{Output}");
        }
    }

    /// <summary>Waits until the peer has ended by itself, and returns its exit code.</summary>
    /// <param name="patience">How long; half a minute unless given.</param>
    public async Task<int> WaitForExitAsync(TimeSpan? patience = null)
    {
        using var deadline = new CancellationTokenSource(patience ?? Patience);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _arrived.Dispose();
    }

    private void Collect(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
            _arrived.Release();
        }
    }
}
