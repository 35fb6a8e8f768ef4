using System.Diagnostics;
using System.Globalization;
using Aksu.Bench.Reports;

namespace Aksu.Bench.Idle;

/// <summary>
/// What connections cost that only wait, both ends together. Each contestant is measured in a process of its own, so that nobody gets the
/// memory that another one left behind.
/// </summary>
internal static class IdleMemory
{
    public const string Verb = "idle";

    public static IEnumerable<Row> Measure(IEnumerable<string> contestants, int connections)
    {
        var resident = new Dictionary<string, double[]>();
        var managed = new Dictionary<string, double[]>();
        foreach (string contestant in contestants)
        {
            if (InOwnProcess(contestant, connections) is var (perResident, perManaged))
            {
                resident[contestant] = [perResident];
                managed[contestant] = [perManaged];
            }
        }

        yield return new Row("Idle connection, resident memory", "KiB", isHigherBetter: false, resident);
        yield return new Row("Idle connection, managed memory", "KiB", isHigherBetter: false, managed);
    }

    /// <summary>Opens the connections here and prints what one takes: resident and managed KiB, above an empty transport.</summary>
    public static int Report(Contestants.Contestant contestant, int connections)
    {
        var alive = new List<object>(2 * connections);
        for (int i = 0; i < 20; i++)
        {
            alive.Add(contestant.OpenIdle());
        }

        (long residentBefore, long managedBefore) = Now();
        for (int i = 0; i < connections; i++)
        {
            alive.Add(contestant.OpenIdle());
        }

        (long resident, long managed) = Now();
        GC.KeepAlive(alive);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(resident - residentBefore) / 1024.0 / connections:0.000} {(managed - managedBefore) / 1024.0 / connections:0.000}"));
        return 0;
    }

    private static (long Resident, long Managed) Now()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: true));
    }

    private static (double Resident, double Managed)? InOwnProcess(string contestant, int connections)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(IdleMemory).Assembly.Location);
        }

        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(contestant);
        start.ArgumentList.Add(connections.ToString(CultureInfo.InvariantCulture));
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        string[] figures = output.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return process.ExitCode == 0 && figures.Length == 2
            ? (double.Parse(figures[0], CultureInfo.InvariantCulture), double.Parse(figures[1], CultureInfo.InvariantCulture))
            : null;
    }
}
