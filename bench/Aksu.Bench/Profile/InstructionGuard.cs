using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Aksu.Bench.Profile;

/// <summary>
/// Counts the instructions that the engine executes for a handshake, under valgrind and so without the machine's load or speed in it. The
/// program (bench/Aksu.Instructions) is compiled ahead of time and its primitives do nothing: the count is the engine's own work. Counted
/// twice with different numbers of handshakes, the difference is without the start of the program.
/// </summary>
internal static partial class InstructionGuard
{
    // What the C library takes for copying and clearing depends on the processor a little.
    private const double Margin = 1.05;
    private const int Few = 40;
    private const int Many = 120;

    private static readonly string[] Handshakes = ["13 full", "13 resumed", "12 full", "12 resumed"];

    /// <summary>Prints what differs; 0 when nothing costs more than the file says, or when there is no valgrind.</summary>
    public static int Run(TextWriter output, string? program, string? file, bool update)
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        ArgumentException.ThrowIfNullOrEmpty(file);
        if (!HasValgrind())
        {
            output.WriteLine("There is no valgrind: instructions are not counted.");
            return 0;
        }

        var now = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (string handshake in Handshakes)
        {
            long difference = Count(program, handshake, Many) - Count(program, handshake, Few);
            now[$"TLS 1.{handshake[1..]}: instructions"] = Math.Round((double)difference / (Many - Few));
        }

        foreach ((string name, double count) in now)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {count}"));
        }

        return new CommittedCosts(file, Margin).Compare(output, now, update);
    }

    private static bool HasValgrind()
    {
        try
        {
            using Process process = Process.Start(Valgrind("--version"))!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static long Count(string program, string handshake, int count)
    {
        using Process process = Process.Start(Valgrind(
            ["--tool=callgrind", "--callgrind-out-file=/dev/null", program, .. handshake.Split(' '),
                count.ToString(CultureInfo.InvariantCulture)]))!;
        string report = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && Collected.Match(report) is { Success: true } match
            ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{program} {handshake} under valgrind: {report}");
    }

    private static ProcessStartInfo Valgrind(params string[] arguments) => new("valgrind", arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            // No collection falls into the count, wherever the processor's cache would have one; and valgrind has no room for the address
            // space that the runtime reserves by itself.
            ["DOTNET_GCgen0size"] = "4000000",
            ["DOTNET_GCHeapHardLimit"] = "10000000",
        },
    };

    [GeneratedRegex(@"Collected : (\d+)")]
    private static partial Regex Collected { get; }
}
