using Aksu.Bench.Contestants;
using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;

namespace Aksu.Bench.Profile;

/// <summary>
/// Counts what a handshake costs where a count is exact: bytes allocated, and calls of each primitive. Compared with committed numbers it
/// tells of a regression without a clock, on any machine. It runs with the runtime's tiers switched off
/// (<c>DOTNET_TieredCompilation=0</c>): what code recompiled by its profile keeps off the heap depends on how far the compiler has come,
/// and differs from run to run.
/// </summary>
internal static class CostGuard
{
    private const double Margin = 1.01;
    private const int Handshakes = 300;
    private const string TiersSwitch = "DOTNET_TieredCompilation";

    /// <summary>Prints what differs; 0 when nothing costs more than the file says.</summary>
    public static int Run(TextWriter output, string? file, bool update)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        if (Environment.GetEnvironmentVariable(TiersSwitch) != "0")
        {
            output.WriteLine($"Costs are only exact with {TiersSwitch}=0 in the environment.");
            return 2;
        }

        return new CommittedCosts(file, Margin).Compare(output, Count(), update);
    }

    private static SortedDictionary<string, double> Count()
    {
        var costs = new SortedDictionary<string, double>(StringComparer.Ordinal);
        using (var first = new EngineHandshakes(HandshakeScenario.All[0]))
        {
            first.Measure(4 * Handshakes); // what is made once for the process
        }

        foreach (HandshakeScenario scenario in HandshakeScenario.All)
        {
            costs[scenario.Title + ": bytes allocated"] = Allocated(new EngineHandshakes(scenario));
            costs[scenario.Title + ": bytes allocated by TlsStream"] = Allocated(new TlsStreamHandshakes(scenario));

            var clock = new OperationClock();
            using var timed = new EngineHandshakes(scenario, clock);
            timed.Measure(Handshakes);
            clock.Reset();
            timed.Measure(Handshakes);
            foreach ((string name, long count, _) in clock.Totals)
            {
                costs[$"{scenario.Title}: {name}"] = (double)count / Handshakes;
            }
        }

        return costs;
    }

    /// <summary>The least of several: what the runtime allocates for itself comes and goes.</summary>
    private static double Allocated(Work handshakes)
    {
        using (handshakes)
        {
            handshakes.Measure(Handshakes);
            return Enumerable.Range(0, 3).Min(_ => handshakes.Measure(Handshakes).AllocatedPerOperation);
        }
    }
}
