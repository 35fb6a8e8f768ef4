using System.Diagnostics;
using Aksu.Bench.Contestants;
using Aksu.Bench.Measuring;
using Aksu.Bench.Scenarios;

namespace Aksu.Bench.Profile;

/// <summary>Where the time of our engine's handshakes goes, both sides together: each primitive, and the rest, which is ours.</summary>
/// <param name="Title">Which handshake.</param>
/// <param name="Whole">Microseconds for one.</param>
/// <param name="Parts">The operations, longest first.</param>
internal sealed record HandshakeProfile(string Title, double Whole, IReadOnlyList<ProfilePart> Parts)
{
    // Key pairs are made up to eight at a time, two of them for a handshake: each group has its share of that.
    private const int GroupSize = 4;
    private const int Groups = 1000;

    /// <summary>Microseconds that are in no operation: the engine itself.</summary>
    public double Own => Whole - Parts.Sum(static part => part.Time);

    /// <summary>
    /// Small groups, of which the fastest quarter counts: whoever else uses the processor falls into some of them, and those are slow.
    /// </summary>
    public static HandshakeProfile Of(HandshakeScenario scenario)
    {
        (double within, double around) = OperationClock.Overhead();
        var clock = new OperationClock();
        using var work = new EngineHandshakes(scenario, clock);
        Rounds.Thorough.WarmUp([work]);
        var all = new List<(TimeSpan Whole, (string Name, long Count, TimeSpan Time)[] Totals)>();
        for (int i = 0; i < Groups; i++)
        {
            clock.Reset();
            long start = Stopwatch.GetTimestamp();
            work.Run(GroupSize);
            all.Add((Stopwatch.GetElapsedTime(start), [.. clock.Totals]));
        }

        var fastest = all.OrderBy(static one => one.Whole).Take(Groups / 4).ToList();
        double handshakes = fastest.Count * GroupSize;
        ProfilePart[] parts =
        [
            .. fastest.SelectMany(static one => one.Totals)
                .GroupBy(static total => total.Name)
                .Select(totals => new ProfilePart(
                    totals.Key,
                    totals.Sum(static total => total.Count) / handshakes,
                    totals.Sum(total => total.Time.TotalMicroseconds - (total.Count * within)) / handshakes))
                .OrderByDescending(static part => part.Time),
        ];
        double measured = fastest.Sum(static one => one.Whole.TotalMicroseconds) / handshakes;
        double timing = parts.Sum(static part => part.Count) * (within + around);
        return new HandshakeProfile(scenario.Title, measured - timing, parts);
    }
}
