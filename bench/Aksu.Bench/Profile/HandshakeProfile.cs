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
    private const int Handshakes = 4000;

    /// <summary>Microseconds that are in no operation: the engine itself.</summary>
    public double Own => Whole - Parts.Sum(static part => part.Time);

    /// <summary>
    /// Each handshake by itself, of which the fastest quarter counts: whoever else uses the processor falls into some of them, and those
    /// are slow.
    /// </summary>
    public static HandshakeProfile Of(HandshakeScenario scenario)
    {
        (double within, double around) = OperationClock.Overhead();
        var clock = new OperationClock();
        using var work = new EngineHandshakes(scenario, clock);
        Rounds.Thorough.WarmUp([work]);
        var all = new List<(TimeSpan Whole, (string Name, long Count, TimeSpan Time)[] Totals)>();
        for (int i = 0; i < Handshakes; i++)
        {
            clock.Reset();
            long start = Stopwatch.GetTimestamp();
            work.Run(1);
            all.Add((Stopwatch.GetElapsedTime(start), [.. clock.Totals]));
        }

        var fastest = all.OrderBy(static handshake => handshake.Whole).Take(Handshakes / 4).ToList();
        double handshakes = fastest.Count;
        ProfilePart[] parts =
        [
            .. fastest.SelectMany(static handshake => handshake.Totals)
                .GroupBy(static total => total.Name)
                .Select(totals => new ProfilePart(
                    totals.Key,
                    totals.Sum(static total => total.Count) / handshakes,
                    totals.Sum(total => total.Time.TotalMicroseconds - (total.Count * within)) / handshakes))
                .OrderByDescending(static part => part.Time),
        ];
        double measured = fastest.Sum(static handshake => handshake.Whole.TotalMicroseconds) / handshakes;
        double timing = parts.Sum(static part => part.Count) * (within + around);
        return new HandshakeProfile(scenario.Title, measured - timing, parts);
    }
}
