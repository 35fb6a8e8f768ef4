using System.Diagnostics;
using System.Globalization;
using Aksu.Bench.Reports;

namespace Aksu.Bench.Idle;

/// <summary>
/// What connections cost that only wait, one side: both ends are here, and a half is counted. Each contestant is measured in a process of
/// its own, so that nobody gets the memory that another one left behind.
/// </summary>
internal static class IdleMemory
{
    public const string Verb = "idle";
    public const string HeldTitle = "Idle connection, one side: memory held";

    private const string ResidentTitle = "Idle connection, one side: resident memory";
    private const double BytesPerKiB = 1024;

    public static IEnumerable<Row> Measure(IEnumerable<string> contestants, int connections)
    {
        var held = new Dictionary<string, double[]>();
        var resident = new Dictionary<string, double[]>();
        foreach (string contestant in contestants)
        {
            if (InOwnProcess(contestant, connections) is { } figures)
            {
                held[contestant] = [figures.Held];
                resident[contestant] = [figures.Resident];
            }
        }

        yield return new Row(HeldTitle, "KiB", isHigherBetter: false, held);
        yield return new Row(ResidentTitle, "KiB", isHigherBetter: false, resident);
    }

    /// <summary>Prints a line for each contestant.</summary>
    public static int Print(TextWriter output, IEnumerable<string> contestants, int connections)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{connections} connections, one side, KiB"));
        foreach (string contestant in contestants)
        {
            if (InOwnProcess(contestant, connections) is { } figures)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{contestant,-16} managed {figures.Managed,7:0.00}  native {figures.Native,7:0.00}  "
                    + $"resident {figures.Resident,7:0.00}"));
            }
        }

        return 0;
    }

    /// <summary>Opens the connections here and prints what one side takes, its end of the transport in memory included.</summary>
    public static int Report(Contestants.Contestant contestant, int connections)
    {
        var alive = new List<object>(2 * connections);
        for (int i = 0; i < 20; i++)
        {
            alive.Add(contestant.OpenIdle());
        }

        (long managedBefore, long nativeBefore, long residentBefore) = Now();
        for (int i = 0; i < connections; i++)
        {
            alive.Add(contestant.OpenIdle());
        }

        (long managed, long native, long resident) = Now();
        GC.KeepAlive(alive);
        double sides = 2.0 * connections * BytesPerKiB;
        Console.WriteLine(new IdleFigures(
            (managed - managedBefore) / sides, (native - nativeBefore) / sides, (resident - residentBefore) / sides));
        return 0;
    }

    private static (long Managed, long Native, long Resident) Now()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (GC.GetTotalMemory(forceFullCollection: true), NativeHeap.HeldBytes, Environment.WorkingSet);
    }

    private static IdleFigures? InOwnProcess(string contestant, int connections)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(IdleMemory).Assembly.Location);
        }

        // A method that is compiled anew while the connections are opened leaves the compiler's memory behind, which would be counted as
        // theirs.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(contestant);
        start.ArgumentList.Add(connections.ToString(CultureInfo.InvariantCulture));
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? IdleFigures.TryParse(output) : null;
    }
}
