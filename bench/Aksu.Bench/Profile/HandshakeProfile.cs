using System.Diagnostics;
using System.Globalization;
using Aksu.Bench.Contestants;
using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;

namespace Aksu.Bench.Profile;

/// <summary>Where the time of our engine's handshakes goes: each primitive, the verifier, and the rest, which is the engine.</summary>
internal static class HandshakeProfile
{
    public static void Print(TextWriter output, string? only)
    {
        foreach (HandshakeScenario scenario in HandshakeScenario.All.Where(scenario => EngineParty.Supports(scenario.Version)))
        {
            if (only is null || scenario.Title.Contains(only, StringComparison.OrdinalIgnoreCase))
            {
                Print(output, scenario);
            }
        }
    }

    private static void Print(TextWriter output, HandshakeScenario scenario)
    {
        const int Handshakes = 4000;
        var clock = new OperationClock();
        using var work = new EngineHandshakes(scenario, clock);
        Rounds.Thorough.WarmUp([work]);
        clock.Reset();
        long start = Stopwatch.GetTimestamp();
        work.Measure(Handshakes);
        double whole = Stopwatch.GetElapsedTime(start).TotalMicroseconds / Handshakes;
        (string Name, double Count, double Time)[] parts =
        [
            .. clock.Totals
                .Select(static total => (total.Name, (double)total.Count / Handshakes, total.Time.TotalMicroseconds / Handshakes))
                .OrderByDescending(static part => part.Item3),
        ];
        output.WriteLine($"{scenario.Title}: {whole.ToString("0", CultureInfo.InvariantCulture)} us, both sides");
        foreach ((string name, double count, double time) in parts)
        {
            Line(output, name, count, time, whole);
        }

        Line(output, "engine (the rest)", null, whole - parts.Sum(static part => part.Time), whole);
        output.WriteLine();
    }

    private static void Line(TextWriter output, string name, double? count, double time, double whole)
    {
        double share = 100 * time / whole;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-26} {count,6:0.0} x  {time,8:0.0} us  {share,5:0.0} %"));
    }
}
